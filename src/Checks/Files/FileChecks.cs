using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>
/// Looks for what must not be published in a file, its hidden parts included: DOCX, XLSX, PPTX, PDF, HTML, plain text, CSV, PNG and JPEG.
/// </summary>
public static class FileChecks
{
    /// <summary>Looks through a file.</summary>
    /// <param name="name">File name; its folder is dropped, its ending only tells plain text formats apart.</param>
    /// <param name="content">The bytes, from the stream's position on; left open.</param>
    /// <param name="lists">Words to look for and how to mask.</param>
    /// <param name="limits">Bounds; null for the usual ones. A PDF needs poppler, which <see cref="ReadingLimits.PdfToText"/> names.</param>
    /// <returns>Findings and gaps. A hostile, damaged or unknown file is a gap, not an exception.</returns>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static FileReport Find(string name, Stream content, CheckLists lists, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(lists);
        limits ??= new();
        var inspection = new Inspection(lists, limits);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        if (Load(content, limits.FileBytes) is { } bytes)
        {
            var named = new LocatedText();
            named.AddLine(Path.GetFileNameWithoutExtension(name), new("文件名"));
            inspection.Look(named, "");
            FileContents.Look(name, bytes, new(inspection, "", 0));
        }
        else
        {
            inspection.AddGap(CheckCodes.TooLarge, "");
        }

        return inspection.Report();
    }

    private static byte[]? Load(Stream content, long most)
    {
        using var loaded = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (content.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            if (loaded.Length + read > most) return null;
            loaded.Write(buffer, 0, read);
        }

        return loaded.ToArray();
    }
}
