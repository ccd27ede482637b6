using System.Globalization;
using System.Net;

namespace Gongkai.Plans.Reading;

/// <summary>A word on a page; places in points from the upper left corner.</summary>
internal readonly record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>Words on one line across a page, in order from the left.</summary>
internal sealed class PdfRow(int page, double pageWidth, List<PdfWord> words)
{
    public int Page { get; } = page;

    public double PageWidth { get; } = pageWidth;

    public IReadOnlyList<PdfWord> Words { get; } = words;

    public double Left { get; } = words[0].Left;

    public double Right { get; } = words.Max(word => word.Right);

    public double Top { get; } = words.Min(word => word.Top);

    public double Bottom { get; } = words.Max(word => word.Bottom);

    /// <summary>About the width of one Chinese character: a line's box is a third higher than its type.</summary>
    public double Em { get; } = Math.Max(1, (words[0].Bottom - words[0].Top) * 0.77);

    /// <summary>The text, with a blank wherever the page shows one.</summary>
    public string Text { get; } = Join(words);

    /// <summary>Joins words that stand side by side.</summary>
    public static string Join(IReadOnlyList<PdfWord> words)
    {
        var text = new System.Text.StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            var gap = (words[i].Left - words[i - 1].Right) / Math.Max(1, words[i].Bottom - words[i].Top);

            // Word and WPS set Chinese and digits apart by a quarter of a character where nobody typed a blank.
            var isMixed = char.IsAscii(words[i - 1].Text[^1]) != char.IsAscii(words[i].Text[0]);
            if (gap > (isMixed ? 0.3 : 0.15)) text.Append(' ');
            text.Append(words[i].Text);
        }

        return text.ToString();
    }

    /// <summary>Joins a line to the next one: a blank only where letters of words would run together.</summary>
    public static string Join(string line, string next) =>
        line.Length > 0 && next.Length > 0 && char.IsAsciiLetterOrDigit(line[^1]) && char.IsAsciiLetterOrDigit(next[0]) && char.IsAsciiLetter(next[0])
            ? line + " " + next
            : line + next;
}

/// <summary>A page with its rows from top to bottom.</summary>
/// <param name="Number">Number of the page, from 0.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Rows">Rows.</param>
internal sealed record PdfPage(int Number, double Height, List<PdfRow> Rows)
{
    /// <summary>Reads the pages out of what pdftotext printed.</summary>
    public static List<PdfPage> ReadAll(string output)
    {
        var pages = new List<PdfPage>();
        var words = new List<PdfWord>();
        double width = 0, height = 0;
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            var tag = line.TrimStart();
            if (tag.StartsWith("<page "))
            {
                (width, height) = (Attribute(tag, "width"), Attribute(tag, "height"));
            }
            else if (tag.StartsWith("<word "))
            {
                if (Word(tag) is { } word) words.Add(word);
            }
            else if (tag.StartsWith("</page>"))
            {
                pages.Add(new(pages.Count, height, Lines(words, pages.Count, width)));
                words = [];
            }
        }

        return pages;
    }

    private static PdfWord? Word(ReadOnlySpan<char> tag)
    {
        var open = tag.IndexOf('>');
        var close = tag.LastIndexOf("</word>", StringComparison.Ordinal);
        if (open < 0 || close <= open) return null;
        var text = WebUtility.HtmlDecode(tag[(open + 1)..close].ToString()).Trim();
        return text.Length == 0 ? null : new(Attribute(tag, "xMin"), Attribute(tag, "yMin"), Attribute(tag, "xMax"), Attribute(tag, "yMax"), text);
    }

    private static double Attribute(ReadOnlySpan<char> tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.Ordinal);
        if (at < 0) return 0;
        var value = tag[(at + attribute.Length)..].TrimStart("=\"");
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
    }

    // Words whose middles lie within half a line of each other stand on one line.
    private static List<PdfRow> Lines(List<PdfWord> words, int page, double width)
    {
        var rows = new List<PdfRow>();
        var row = new List<PdfWord>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (row.Count > 0 && word.Middle - row[0].Middle > 0.4 * Math.Max(row[0].Bottom - row[0].Top, 1)) Finish();
            row.Add(word);
        }

        Finish();
        return rows;

        void Finish()
        {
            if (row.Count == 0) return;
            rows.Add(new(page, width, [.. row.OrderBy(word => word.Left)]));
            row = [];
        }
    }
}
