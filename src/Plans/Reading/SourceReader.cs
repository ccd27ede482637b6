using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>Reads a plan document of any accepted format into one text with blocks.</summary>
public static class SourceReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">File name; its folder is dropped, its ending only tells plain text formats apart.</param>
    /// <param name="content">The bytes, from the stream's position on; left open. No more is loaded than <see cref="ReadingLimits.TextBytes"/>.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    /// <returns>The text, or one failure: a file that cannot be read is an expected answer, not an exception.</returns>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static Reading Read(string name, Stream content, ReadingLimits? limits = null)
    {
        limits ??= new();
        return DocumentFile.Read(name, content, limits, file => Read(file, limits) is { Blocks.Count: > 0 } text ? Reading.Of(text) : Reading.Failed(ReadingFailures.Empty), Reading.Failed);
    }

    /// <summary>Reads a loaded file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limits">Bounds.</param>
    /// <exception cref="UnreadableException">It breaks a limit or is damaged; a damaged file may lead to other exceptions, too.</exception>
    public static SourceText Read(DocumentFile file, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        return file.Kind switch
        {
            FileKind.Docx => DocxReader.Read(file.Bytes, limits, _ => new DocxSource(file.Name)).Build(),
            FileKind.Xlsx => XlsxReader.Read(file.Name, file.Bytes, limits),
            FileKind.Pdf => PdfReader.Read(file.Name, file.Bytes, limits),
            FileKind.Html => HtmlReader.Read(file.Name, file.Decoded, limits),
            _ => PlainTextReader.Read(file.Name, file.Decoded, markdown: file.Kind == FileKind.Markdown),
        };
    }
}
