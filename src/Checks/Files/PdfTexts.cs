using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>
/// A PDF through poppler. Whatever pdftotext yields can be copied out by everybody, so a value under a black bar is a finding like any other;
/// the picture of the page tells whether it is covered.
/// </summary>
internal static class PdfTexts
{
    public static void Look(byte[] bytes, OpenFile file)
    {
        var pages = PdfWords.Read(PdfToText.Run(bytes, file.All.Limits));
        LookAtProperties(bytes, file);
        var empty = pages.Count(page => page.Count == 0);
        if (empty == pages.Count) file.AddGap(CheckCodes.NoText, "");
        else if (empty > 0) file.AddGap(CheckCodes.NoText, string.Create(CultureInfo.InvariantCulture, $"{empty}页"));

        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].Count == 0) continue;
            var place = string.Create(CultureInfo.InvariantCulture, $"第{i + 1}页");
            var text = PdfWords.Lines(pages[i], new(place));
            var found = text.Text.Find(file.All.Lists, TextChecks.Most).ToList();
            var picture = found.Exists(finding => CheckCodes.IsPersonal(finding.Code)) ? PagePicture.Draw(bytes, i + 1, file.All.Limits) : null;
            foreach (var finding in found)
            {
                var isCovered = picture is not null && CheckCodes.IsPersonal(finding.Code) && text.WordsOf(finding.Span).All(picture.IsBlank);
                file.All.Add(finding with { Place = file.Within + place + (isCovered ? "被遮盖的文字" : "") });
            }
        }
    }

    private static void LookAtProperties(byte[] bytes, OpenFile file)
    {
        try
        {
            var properties = new LocatedText();
            foreach (var line in Encoding.UTF8.GetString(Poppler.Run(Beside("pdfinfo", file.All.Limits), ["-enc", "UTF-8", Poppler.File], bytes, file.All.Limits)).Split('\n'))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && line[..colon] is "Title" or "Subject" or "Keywords" or "Author" or "Creator" or "Producer") properties.AddLine(line[(colon + 1)..].Trim(), new("文档属性"));
            }

            file.Look(properties);
        }
        catch (UnreadableException)
        {
            file.AddGap(CheckCodes.NotLookedInto, "文档属性");
        }
    }

    /// <summary>The program of poppler that lies beside pdftotext.</summary>
    internal static string Beside(string program, ReadingLimits limits)
    {
        var folder = Path.GetDirectoryName(limits.PdfToText);
        return string.IsNullOrEmpty(folder) ? program : Path.Combine(folder, program);
    }
}

/// <summary>A word of a page and its box, in points from the upper left corner.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>The words of a PDF.</summary>
internal static class PdfWords
{
    /// <summary>Reads poppler's <c>-bbox</c> form, which is no sound XML where a document holds control characters.</summary>
    public static List<List<PdfWord>> Read(string output)
    {
        List<List<PdfWord>> pages = [];
        foreach (var line in output.Split('\n'))
        {
            var at = line.AsSpan().TrimStart();
            if (at.StartsWith("<page ")) pages.Add([]);
            else if (at.StartsWith("<word ") && pages.Count > 0)
            {
                var open = line.IndexOf('>', StringComparison.Ordinal);
                var close = line.LastIndexOf("</word>", StringComparison.Ordinal);
                if (open < 0 || close < open) continue;
                pages[^1].Add(new(WebUtility.HtmlDecode(line[(open + 1)..close]), Side(line, "xMin"), Side(line, "yMin"), Side(line, "xMax"), Side(line, "yMax")));
            }
        }

        return pages;
    }

    /// <summary>The words as lines: words of one height stand in one, a wide gap divides cells.</summary>
    public static PdfLines Lines(List<PdfWord> words, Spot spot)
    {
        var lines = new PdfLines(spot);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                var (before, word) = (words[i - 1], words[i]);
                var height = Math.Max(1, word.Bottom - word.Top);
                if (Math.Abs(word.Top - before.Top) > height / 2 || word.Left < before.Left) lines.Text.Divide('\n');
                else if (word.Left - before.Right > height * 1.5) lines.Text.Divide('\t');
                else lines.Text.Divide(' ');
            }

            lines.Add(words[i]);
        }

        return lines;
    }

    private static double Side(string line, string name)
    {
        var at = line.IndexOf(name + "=\"", StringComparison.Ordinal);
        if (at < 0) return 0;
        var start = at + name.Length + 2;
        var end = line.IndexOf('"', start);
        return end > start && double.TryParse(line.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var side) ? side : 0;
    }
}

/// <summary>Lines of a page that know their words.</summary>
internal sealed class PdfLines(Spot spot)
{
    private readonly List<(int Start, PdfWord Word)> _words = [];

    public LocatedText Text { get; } = new();

    public void Add(PdfWord word)
    {
        _words.Add((Text.Length, word));
        Text.Add(word.Text, spot);
    }

    /// <summary>The words that a stretch of the text touches.</summary>
    public IEnumerable<PdfWord> WordsOf(TextSpan span) =>
        _words.Where(word => word.Start < span.End && word.Start + word.Word.Text.Length > span.Start).Select(word => word.Word);
}
