namespace Gongkai.Platform.Files;

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanState
{
    /// <summary>Nothing yet: there is no scanner, it was away, or it does not take the file (未扫描).</summary>
    NotScanned,

    /// <summary>It found nothing (已扫描).</summary>
    Clean,

    /// <summary>It found something; the file is handed out no more (发现病毒).</summary>
    Infected,
}

/// <summary>A file is not handed out: something was found in it, or it was not scanned yet and must be. The host answers with a page that says which.</summary>
/// <param name="isInfected">True where something was found.</param>
public sealed class WithheldException(bool isInfected) : Exception(isInfected ? "The file is infected" : "The file was not scanned yet")
{
    public bool IsInfected => isInfected;
}
