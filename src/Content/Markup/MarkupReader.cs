using System.Text;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Markup;

/// <summary>Reads the plain form of a text. Whatever is written is some text: what is no sign is a word.</summary>
public static class MarkupReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="written">Lines divided by <c>\n</c> or <c>\r\n</c>; blank ones divide lists and tables and mean nothing else.</param>
    public static Body Read(string? written)
    {
        var blocks = new List<Block>();
        var lines = (written ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.AsSpan().IsWhiteSpace()) continue;
            if (Lines(lines, i, IsRow) is > 0 and var rows)
            {
                blocks.Add(MarkupTables.Read(lines[i..(i + rows)]));
                i += rows - 1;
            }
            else if (ItemSign(line) is { } sign)
            {
                var count = Lines(lines, i, other => ItemSign(other) == sign);
                blocks.Add(new ItemList(sign == MarkupSigns.OrderedItem, [.. lines[i..(i + count)].Select(item => MarkupRuns.Read(item[sign.Length..].Trim()))]));
                i += count - 1;
            }
            else
            {
                blocks.Add(ReadLine(line));
            }
        }
        return new Body(blocks).Normalised();
    }

    /// <summary>True where plain words would be taken for something else.</summary>
    internal static bool BeginsWithSign(string words) =>
        IsRow(words) || ItemSign(words) is not null || words.StartsWith(MarkupSigns.End, StringComparison.Ordinal) || words.StartsWith(MarkupSigns.Centre, StringComparison.Ordinal) || HeadingLevel(words) > 0 || words.Length > 0 && char.IsWhiteSpace(words[0]);

    private static Block ReadLine(string line)
    {
        if (HeadingLevel(line) is > 0 and var level) return new Heading(level, MarkupRuns.Read(line[(level + 1)..].Trim()));
        if (line.StartsWith(MarkupSigns.End, StringComparison.Ordinal)) return new Paragraph(MarkupRuns.Read(line[MarkupSigns.End.Length..].Trim()), Side.End);
        if (line.StartsWith(MarkupSigns.Centre, StringComparison.Ordinal)) return new Paragraph(MarkupRuns.Read(line[MarkupSigns.Centre.Length..].Trim()), Side.Centre);
        if (ReadPicture(line) is { } picture) return picture;
        var isEscaped = line[0] == MarkupSigns.Escape && BeginsWithSign(line[1..]);
        return new Paragraph(MarkupRuns.Read(isEscaped ? line[1..] : line.Trim()));
    }

    private static int HeadingLevel(string line)
    {
        var level = line.Length - line.TrimStart(MarkupSigns.Heading).Length;
        return level is > 0 and <= Heading.Deepest && level < line.Length && line[level] == ' ' ? level : 0;
    }

    private static Picture? ReadPicture(string line)
    {
        if (!line.StartsWith(MarkupSigns.Picture, StringComparison.Ordinal)) return null;
        var end = MarkupRuns.Closing(line, MarkupSigns.Picture.Length, ']');
        if (end < 0 || end + 1 >= line.Length || line[end + 1] != '(') return null;
        var close = line.IndexOf(')', end);
        if (close < 0 || !NormalForm.IsDigest(line.AsSpan(end + 2, close - end - 2))) return null;
        var caption = line[(close + 1)..].Trim();
        return new(line[(end + 2)..close], Plain(line[MarkupSigns.Picture.Length..end]), caption.Length == 0 ? null : Plain(caption));
    }

    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == MarkupSigns.Escape && i + 1 < words.Length) i++;
            plain.Append(words[i]);
        }
        return plain.ToString();
    }

    private static bool IsRow(string line) => line.Length > 1 && line[0] == MarkupSigns.Cell;

    private static string? ItemSign(string line) =>
        line.StartsWith(MarkupSigns.Item, StringComparison.Ordinal) ? MarkupSigns.Item : line.StartsWith(MarkupSigns.OrderedItem, StringComparison.Ordinal) ? MarkupSigns.OrderedItem : null;

    private static int Lines(string[] lines, int from, Func<string, bool> belongs)
    {
        var count = 0;
        while (from + count < lines.Length && belongs(lines[from + count].TrimEnd())) count++;
        return count;
    }
}
