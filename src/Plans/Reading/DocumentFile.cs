namespace Gongkai.Plans.Reading;

/// <summary>A file that somebody handed in, loaded and told apart.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Kind">Its format.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Decoded">Its text where the format is plain text or HTML; empty otherwise.</param>
public sealed record DocumentFile(string Name, FileKind Kind, ReadOnlyMemory<byte> Bytes, DecodedText Decoded)
{
    /// <summary>Loads a file and reads it.</summary>
    /// <param name="name">File name; its folder is dropped, its ending only tells plain text formats apart.</param>
    /// <param name="content">The bytes, from the stream's position on; left open. No more is loaded than <see cref="ReadingLimits.TextBytes"/>.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="read">Reads it; whatever it throws over a file means that the file is damaged.</param>
    /// <param name="failed">Makes the answer where it cannot be read: that is expected, not an exception.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static T Read<T>(string name, Stream content, ReadingLimits limits, Func<DocumentFile, T> read, Func<ReadingFailure, T> failed)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(failed);
        if (Load(content, limits.TextBytes) is not { } bytes) return failed(ReadingFailures.TooLarge(limits.TextBytes));
        try
        {
            return read(Of(name[(name.LastIndexOfAny(['/', '\\']) + 1)..], bytes, limits));
        }
        catch (UnreadableException unreadable)
        {
            return failed(unreadable.Failure);
        }
        catch (Exception damage) when (damage is not (OutOfMemoryException or OperationCanceledException))
        {
            // What the document libraries throw over a broken file is open-ended, so the kind tells nothing: the file is damaged.
            return failed(ReadingFailures.Damaged);
        }
    }

    private static DocumentFile Of(string name, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        if (FileKinds.FromBytes(bytes.Span) is { } kind)
        {
            if (bytes.Length > limits.FileBytes) throw new UnreadableException(ReadingFailures.TooLarge(limits.FileBytes));
            return new(name, kind, bytes, default);
        }

        var decoded = TextDecoding.Decode(bytes.Span) ?? throw new UnreadableException(ReadingFailures.Binary);
        kind = FileKinds.FromText(name, decoded.Text);
        if (kind != FileKind.Html) return new(name, kind, bytes, decoded);
        if (bytes.Length > limits.FileBytes) throw new UnreadableException(ReadingFailures.TooLarge(limits.FileBytes));
        return new(name, kind, bytes, HtmlCharset.Decode(bytes.Span, decoded));
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
