using Gongkai.Platform.Files;

namespace Gongkai.Platform.Scans;

/// <summary>What came of asking the scanner about one file.</summary>
/// <param name="State">How the file is.</param>
/// <param name="Signature">Name of what was found; null where nothing was.</param>
/// <param name="Gap">Why nothing is known; null where something is.</param>
public sealed record ScanAnswer(ScanState State, string? Signature = null, ScanGap? Gap = null)
{
    internal static ScanAnswer Without(ScanGap gap) => new(ScanState.NotScanned, Gap: gap);
}

/// <summary>Why a file could not be scanned.</summary>
public enum ScanGap
{
    /// <summary>No scanner is set up.</summary>
    NoScanner,

    /// <summary>It cannot be reached, hung up, or took too long.</summary>
    NoAnswer,

    /// <summary>The file is larger than what it takes.</summary>
    TooLarge,

    /// <summary>It answered that something went wrong.</summary>
    Failed,
}
