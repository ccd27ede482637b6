using Gongkai.Law.Wording;

namespace Gongkai.Plans.Grammar;

/// <summary>What notice, signature and page say of the document itself.</summary>
internal sealed class FrontMatter
{
    private FrontMatter() { }

    /// <summary>The signing office, in folded offsets; empty where none is named.</summary>
    public (int Start, int End) Issuer { get; private set; }

    public (int Start, int End) Addressees { get; private set; }

    public (int Start, int End) DocumentNumber { get; private set; }

    public (int Start, int End) ReleaseMark { get; private set; }

    /// <summary>Day under the notice or at the end; null where neither gives one.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Where the day stands.</summary>
    public (int Start, int End) PublishedAt { get; private set; }

    /// <summary>Day on which a sharing site got the file; not the document's own.</summary>
    public (int Start, int End) Uploaded { get; private set; }

    /// <summary>Reads it from what stands before and behind the plan.</summary>
    public static FrontMatter Read(Script script, Body body)
    {
        var found = new FrontMatter();
        var around = body.Front.Concat(body.Back).Where(l => l.Grid is null).ToList();
        for (var i = 0; i < around.Count; i++) found.Take(script, around, i);
        foreach (var line in body.Furniture) found.TakeFurniture(script, line);
        return found;
    }

    private void Take(Script script, List<Line> around, int i)
    {
        var line = around[i];
        var text = line.Of(script);
        if (BodyFinder.IsDate(text) && PublishedOn is null && ChineseDates.TryParse(text.Trim("()"), null, out var day))
        {
            PublishedOn = day;
            PublishedAt = (line.Start, line.End);
            if (i > 0 && Signs(around[i - 1].Of(script))) Issuer = (around[i - 1].Start, around[i - 1].End);
        }
        else if (BodyFinder.IsRelease(text) && ReleaseMark.End == 0)
        {
            ReleaseMark = text[0] == '(' && text[^1] == ')' ? (line.Start + 1, line.End - 1) : (line.Start, line.End);
        }
        else if (Addressees.End == 0 && text.Length is > 4 and < 200 && text[^1] == ':' && Numbering.Read(script.Text, line.Start, line.End).Mark == Mark.None && (text.Contains('各') || text.Contains("部门", StringComparison.Ordinal) || text.Contains("单位", StringComparison.Ordinal)) && !text.Contains('。') && text.IndexOf("如下", StringComparison.Ordinal) < 0)
        {
            Addressees = (line.Start, line.End - 1);
        }
        else if (DocumentNumber.End == 0 && text.Length < 32)
        {
            var plain = text.ToString();
            foreach (var number in DocumentNumbers.Find(plain))
                if (number.Document is not null && number.Span.Length + 4 >= plain.Length) DocumentNumber = (line.Start + number.Span.Start, line.Start + number.Span.End);
        }
    }

    private void TakeFurniture(Script script, Line line)
    {
        var text = line.Of(script);
        if (Uploaded.End == 0 && text.IndexOf("上传", StringComparison.Ordinal) is >= 0 and < 6) Uploaded = (line.Start, line.End);
        if (text.IndexOf("上传", StringComparison.Ordinal) >= 0) return;
        if (DocumentNumber.End == 0 && text.IndexOf("文号:", StringComparison.Ordinal) is >= 0 and var at)
        {
            var plain = text[at..].ToString();
            foreach (var number in DocumentNumbers.Find(plain))
                if (number.Document is not null && DocumentNumber.End == 0) DocumentNumber = (line.Start + at + number.Span.Start, line.Start + at + number.Span.End);
        }

        foreach (var label in (ReadOnlySpan<string>)["成文日期:", "发文日期:", "发布日期:", "生成日期:", "日期:"])
        {
            var from = text.IndexOf(label, StringComparison.Ordinal);
            if (from < 0 || PublishedOn is not null) continue;
            from += label.Length;
            if (!ChineseDates.TryRead(text[from..], null, out var day, out var length)) continue;
            PublishedOn = day;
            PublishedAt = (line.Start + from, line.Start + from + length);
        }

        foreach (var label in (ReadOnlySpan<string>)["发文机关:", "发文机构:", "发布机构:"])
        {
            var from = text.IndexOf(label, StringComparison.Ordinal);
            if (from < 0 || Issuer.End > 0) continue;
            var start = line.Start + from + label.Length;
            var end = start;
            while (end < line.End && Letters.IsHan(script.Text[end]) && (end == start || !script.GapBefore(end))) end++;
            if (end - start > 3) Issuer = (start, end);
        }
    }

    private static bool Signs(ReadOnlySpan<char> text) => text.Length is >= 3 and <= 40 && (UnitNames.IsName(text) || UnitNames.EndsLikeName(text)) && !text.Contains('。');
}
