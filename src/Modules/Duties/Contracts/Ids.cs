namespace Gongkai.Duties.Contracts;

/// <summary>Names an adopted plan.</summary>
public readonly record struct PlanId(Guid Value) : IId<PlanId>
{
    /// <inheritdoc/>
    public static PlanId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Names a duty (任务): what is to be done, whoever does it.</summary>
public readonly record struct DutyId(Guid Value) : IId<DutyId>
{
    /// <inheritdoc/>
    public static DutyId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Names an assignment: one organ's line for one duty in the ledger (台账).</summary>
public readonly record struct AssignmentId(Guid Value) : IId<AssignmentId>
{
    /// <inheritdoc/>
    public static AssignmentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Names a piece of evidence.</summary>
public readonly record struct EvidenceId(Guid Value) : IId<EvidenceId>
{
    /// <inheritdoc/>
    public static EvidenceId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
