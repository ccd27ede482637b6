namespace Gongkai.Shape;

/// <summary>A page that is brought a file asks the one way in to look at it.</summary>
internal static class UploadGuard
{
    /// <summary>Pages of modules that take a file past it.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> pages) =>
        from page in pages
        where page.Ending == ".cs" && page.Text.Contains("IFormFile", StringComparison.Ordinal) && !page.Text.Contains("UploadIntake", StringComparison.Ordinal)
        select $"{page.Path} takes a file past UploadIntake";
}
