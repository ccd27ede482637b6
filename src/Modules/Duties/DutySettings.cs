namespace Gongkai.Duties;

/// <summary>What an office decides itself about its ledger.</summary>
internal sealed record DutySettings
{
    /// <summary>Working days ahead that count as soon (临期): a line due on the last of them is due soon. 0 to 30.</summary>
    public int SoonWorkdays { get; init; } = 5;
}
