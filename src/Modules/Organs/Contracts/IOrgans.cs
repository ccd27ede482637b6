namespace Gongkai.Organs.Contracts;

/// <summary>An organ as others see it on a day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Short, stable, readable address part (<c>minzheng</c>); never reused.</param>
/// <param name="Name">Its name on that day.</param>
/// <param name="Kind">What kind of body it is.</param>
public sealed record OrganCard(OrganId Id, string Key, string Name, OrganKind Kind);

/// <summary>Kinds of organ, in the order in which lists show them.</summary>
public enum OrganKind
{
    /// <summary>The government itself (本级政府), as the plan's issuer and as the post of its leaders; not a department.</summary>
    Government,

    /// <summary>The government office (政府办公室) that leads openness.</summary>
    Office,

    /// <summary>A department of the government (工作部门).</summary>
    Department,

    /// <summary>A body of the party (党委部门).</summary>
    Party,

    /// <summary>A body led from above (垂管单位).</summary>
    Vertical,

    /// <summary>A public institution (事业单位).</summary>
    Institution,

    /// <summary>A town (镇、乡).</summary>
    Town,

    /// <summary>A street (街道).</summary>
    Street,

    /// <summary>A park, development zone, state firm or other.</summary>
    Other,
}

/// <summary>What the matcher proposes for a unit as a plan writes it.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Organ">The organ proposed; null where a group is, or nothing.</param>
/// <param name="Group">The group proposed; null where an organ is, or nothing.</param>
/// <param name="Proposed">Name of what is proposed, for showing; null when nothing is.</param>
/// <param name="Score">How sure: 1 the name itself or an alias, 0 nothing like it; what lies below 1 asks for a person's eye.</param>
public sealed record OrganMatch(string Name, OrganId? Organ, OrganGroupId? Group, string? Proposed, double Score);

/// <summary>What other modules ask about organs.</summary>
public interface IOrgans
{
    /// <summary>Every organ that exists on a day, in the order of lists: at most some hundreds.</summary>
    Task<IReadOnlyList<OrganCard>> All(DateOnly on, CancellationToken stop);

    /// <summary>Every group that exists on a day.</summary>
    Task<IReadOnlyList<(OrganGroupId Id, string Name)>> Groups(DateOnly on, CancellationToken stop);

    /// <summary>Cards of these organs on a day, dissolved ones under their last name; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<OrganId, OrganCard>> Find(IReadOnlyCollection<OrganId> ids, DateOnly on, CancellationToken stop);

    /// <summary>The organ with this address part; null when there is none.</summary>
    Task<OrganCard?> ByKey(string key, DateOnly on, CancellationToken stop);

    /// <summary>Who belongs to a group on a day, in the order of lists.</summary>
    Task<IReadOnlyList<OrganId>> Members(OrganGroupId group, DateOnly on, CancellationToken stop);

    /// <summary>The organs below one (下属单位), over all levels, that exist on a day; without itself. An organ that has ended passes nothing on.</summary>
    Task<IReadOnlyList<OrganId>> Below(OrganId organ, DateOnly on, CancellationToken stop);

    /// <summary>Proposes an organ or a group for each name, one answer a name, in the order asked.</summary>
    Task<IReadOnlyList<OrganMatch>> Match(IReadOnlyList<string> names, DateOnly on, CancellationToken stop);
}
