namespace Gongkai.Platform.Proofs;

/// <summary>What a public form asks of a sender who has no account. Set by whoever runs the site; read once, at the start.</summary>
public sealed record ProofSettings
{
    /// <summary>Section of the configuration that fills this record.</summary>
    public const string Section = "Proof";

    /// <summary>False lets every form through unasked.</summary>
    public bool Asked { get; init; } = true;

    /// <summary>Most tries that a solution takes; the fewest are half of that. 1 to 1,000,000.</summary>
    public int Difficulty { get; init; } = 2000;

    /// <summary>Seconds that a form must have lain open where it comes without a solution. 0 to 600.</summary>
    public int WaitSeconds { get; init; } = 20;

    /// <summary>Minutes for which a challenge or a ticket is good. 1 to 1440.</summary>
    public int LastingMinutes { get; init; } = 120;

    /// <summary>Failures of one sender after which a form that asks only then does ask; 0 = it always asks.</summary>
    public int Failures { get; init; } = 3;

    /// <summary>True where every number lies within its bounds.</summary>
    public bool IsUsable => Difficulty is >= 1 and <= 1_000_000 && WaitSeconds is >= 0 and <= 600 && LastingMinutes is >= 1 and <= 1440
        && WaitSeconds < LastingMinutes * 60 && Failures is >= 0 and <= 1000;

    /// <summary>How long a challenge or a ticket is good.</summary>
    internal TimeSpan Lasting => TimeSpan.FromMinutes(LastingMinutes);
}
