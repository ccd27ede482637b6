using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Which organ or group of ours a name in a plan means.</summary>
/// <param name="Name">The name as the plan writes it; null for every name that is still unknown.</param>
/// <param name="Organ">The organ; null where a group is meant.</param>
/// <param name="Group">The group; null where an organ is meant.</param>
/// <param name="Learn">True to know the name from now on, in every plan.</param>
internal sealed record UnitMeaning(string? Name, OrganId? Organ, OrganGroupId? Group, bool Learn);

/// <summary>Says once which organ a name means, for every task of the draft that names it (对应单位).</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class MatchUnit(Db db, IOrganNames names)
{
    public async Task<Outcome> Run(DraftId id, UnitMeaning meaning, int seen, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        var against = draft.AgainstChanging(seen).ToList();
        if (meaning.Organ is null && meaning.Group is null) against.Add(new("duties.organ-unknown"));
        if (against.Count > 0) return Outcome.Refused(against);

        var content = draft.Read();
        foreach (var task in content.Tasks) task.Units = [.. task.Units.Select(unit => Match(unit, meaning))];
        draft.Write(content);
        db.Record(this, new(Subjects.Draft, id.Value), meaning.Name);
        var outcome = await db.Commit(stop);
        return outcome.IsDone && meaning is { Learn: true, Name: { } name } ? await Learn(name, meaning, stop) : outcome;
    }

    private static DraftUnit Match(DraftUnit unit, UnitMeaning meaning) =>
        unit.IsKnown || (meaning.Name is not null && unit.Name != meaning.Name)
            ? unit
            : unit with { Organ = meaning.Organ?.Value, Group = meaning.Organ is null ? meaning.Group?.Value : null };

    private async Task<Outcome> Learn(string name, UnitMeaning meaning, CancellationToken stop) =>
        meaning.Organ is { } organ ? await names.Learn(name, organ, stop) : await names.Learn(name, meaning.Group!.Value, stop);
}
