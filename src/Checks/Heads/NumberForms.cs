using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>Finds document numbers (发文字号) in another form than that of GB/T 9704: the year in 〔〕, the serial without 第 and leading zeros.</summary>
internal static class NumberForms
{
    public static IEnumerable<Finding> InHead(string? number)
    {
        if (string.IsNullOrWhiteSpace(number)) yield break;
        if (!DocumentNumber.TryParse(number, out var read))
        {
            // Orders and announcements have a form of their own.
            if (DocumentNumbers.Find(number).Count == 0) yield return new(CheckCodes.NumberForm, "发文字号", default, number);
        }
        else if (read.ToString() != number)
        {
            yield return new(CheckCodes.NumberForm, "发文字号", default, number) { Instead = read.ToString() };
        }
    }

    public static void Look(string text, FindingList findings)
    {
        foreach (var found in DocumentNumbers.Find(text))
        {
            var written = text.AsSpan(found.Span.Start, found.Span.Length);
            // Blanks within are the typesetter's and no slip.
            if (found.Form == NumberForm.Document && !WithoutBlanks(written).SequenceEqual(found.Normal)) findings.Add(CheckCodes.NumberForm, found.Span.Start, found.Span.End, written.ToString(), found.Normal);
        }
    }

    private static string WithoutBlanks(ReadOnlySpan<char> text)
    {
        var kept = new char[text.Length];
        var count = 0;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) kept[count++] = c;
        return new(kept, 0, count);
    }
}
