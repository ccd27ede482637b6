using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>
/// Cuts a plain text into blocks without touching it: a line is a paragraph, and neighbouring lines with bars or tabs are a table.
/// Cells that stand on lines of their own are left as lines; only the grammar can tell them.
/// </summary>
internal static class PlainTextReader
{
    /// <summary>Reads a decoded text.</summary>
    /// <param name="name">File name.</param>
    /// <param name="decoded">The text; spans are offsets in it.</param>
    /// <param name="markdown">True when <c>#</c> at the start of a line makes it a heading.</param>
    public static SourceText Read(string name, DecodedText decoded, bool markdown)
    {
        var text = decoded.Text;
        var blocks = new List<Block>(text.Length / 60 + 4);
        var line = NextLine(text, 0);
        while (line.Start < text.Length)
        {
            Block? block = TextTable.Read(text, line);
            block ??= ReadLine(text, line, markdown);
            if (block is not null) blocks.Add(block);
            line = NextLine(text, (block is Table ? block.Span.End : line.End) + 1);
        }

        return new(name, text, blocks, Doubts(decoded));
    }

    /// <summary>The line that begins at an offset, without its break; empty at the end of the text.</summary>
    internal static TextSpan NextLine(string text, int start)
    {
        if (start >= text.Length) return new(text.Length, 0);
        var end = text.IndexOf('\n', start);
        return TextSpan.Between(start, end < 0 ? text.Length : end);
    }

    private static Paragraph? ReadLine(string text, TextSpan line, bool markdown)
    {
        var content = text.AsSpan(line.Start, line.Length);
        if (content.IsWhiteSpace()) return null;
        if (!markdown || content[0] != '#') return new(line);

        var level = content.IndexOfAnyExcept('#');
        if (level is < 1 or > 6 || content[level] is not (' ' or '\t' or '\u3000')) return new(line);
        var heading = content[level..].Trim();
        return heading.IsEmpty ? null : new(new(line.Start + content.IndexOf(heading, StringComparison.Ordinal), heading.Length), level);
    }

    private static List<Doubt> Doubts(DecodedText decoded)
    {
        var doubts = new List<Doubt>();
        if (decoded.Guessed is { } encoding) doubts.Add(new("plans.guessed-encoding", default, encoding));
        if (decoded.Damaged)
        {
            var at = Math.Max(0, decoded.Text.IndexOf('\uFFFD', StringComparison.Ordinal));
            doubts.Add(new("plans.damaged-characters", new(at, Math.Min(1, decoded.Text.Length))));
        }

        return doubts;
    }
}
