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
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        limits ??= new();
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

        if (Load(content, limits.TextBytes) is not { } bytes) return Reading.Failed(ReadingFailures.TooLarge(limits.TextBytes));
        try
        {
            var text = Read(name, bytes, limits);
            return text.Blocks.Count == 0 ? Reading.Failed(ReadingFailures.Empty) : Reading.Of(text);
        }
        catch (UnreadableException unreadable)
        {
            return Reading.Failed(unreadable.Failure);
        }
        catch (Exception damage) when (damage is not (OutOfMemoryException or OperationCanceledException))
        {
            // What the document libraries throw over a broken file is open-ended, so the kind tells nothing: the file is damaged.
            return Reading.Failed(ReadingFailures.Damaged);
        }
    }

    private static SourceText Read(string name, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        if (FileKinds.FromBytes(bytes.Span) is { } kind)
        {
            if (bytes.Length > limits.FileBytes) throw new UnreadableException(ReadingFailures.TooLarge(limits.FileBytes));
            return kind switch
            {
                FileKind.Docx => DocxReader.Read(name, bytes, limits),
                FileKind.Xlsx => XlsxReader.Read(name, bytes, limits),
                _ => PdfReader.Read(name, bytes, limits),
            };
        }

        var decoded = TextDecoding.Decode(bytes.Span) ?? throw new UnreadableException(ReadingFailures.Binary);
        switch (FileKinds.FromText(name, decoded.Text))
        {
            case FileKind.Html when bytes.Length > limits.FileBytes:
                throw new UnreadableException(ReadingFailures.TooLarge(limits.FileBytes));
            case FileKind.Html:
                return HtmlReader.Read(name, HtmlCharset.Decode(bytes.Span, decoded), limits);
            case FileKind.Markdown:
                return PlainTextReader.Read(name, decoded, markdown: true);
            default:
                return PlainTextReader.Read(name, decoded, markdown: false);
        }
    }

    /// <summary>Loads a stream into memory.</summary>
    /// <returns>Null when it is longer than allowed.</returns>
    private static ReadOnlyMemory<byte>? Load(Stream content, long most)
    {
        if (content.CanSeek && content.Length - content.Position > most) return null;
        var buffer = new byte[content.CanSeek ? content.Length - content.Position + 1 : 1 << 16];
        var filled = 0;
        while (true)
        {
            var read = content.Read(buffer, filled, (int)Math.Min(buffer.Length - filled, most + 1 - filled));
            if (read == 0) return buffer.AsMemory(0, filled);
            filled += read;
            if (filled > most) return null;
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
