namespace Gongkai.Plans;

/// <summary>What a unit has to do with a task.</summary>
public enum UnitRole
{
    /// <summary>Leads (牵头单位).</summary>
    Lead,

    /// <summary>Is responsible (责任单位).</summary>
    Responsible,

    /// <summary>Cooperates (配合单位、会同).</summary>
    Cooperating,

    /// <summary>Guides others that carry the task out (牵头指导).</summary>
    Guiding,
}

/// <summary>A unit named for a task.</summary>
/// <param name="Role">What it has to do.</param>
/// <param name="Name">The name exactly as written.</param>
/// <param name="FullName">The name with what a list of names leaves out put back (市发改委、人社局 → 市人社局); equal to <paramref name="Name"/> where nothing is left out.</param>
/// <param name="Span">Where the name stands.</param>
/// <param name="Duty">This unit's own part of the task, where the plan gives one; null otherwise.</param>
public sealed record PlanUnit(UnitRole Role, string Name, string FullName, TextSpan Span, string? Duty = null);
