using System.Text;

namespace Gongkai.Plans.Reading;

/// <summary>Runs poppler's pdftotext on a file, within a time and size.</summary>
public static class PdfToText
{
    /// <summary>Runs it.</summary>
    /// <returns>Words with their places, in poppler's <c>-bbox</c> form.</returns>
    /// <exception cref="UnreadableException">It is not installed, refuses the file, or takes too long.</exception>
    public static string Run(ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Encoding.UTF8.GetString(Poppler.Run(limits.PdfToText, ["-bbox", "-enc", "UTF-8", Poppler.File, "-"], bytes, limits));
    }
}
