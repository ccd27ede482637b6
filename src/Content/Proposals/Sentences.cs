using Gongkai.Law.Wording;

namespace Gongkai.Content.Proposals;

/// <summary>A document named in a sentence: 《title》 and the number behind it.</summary>
/// <param name="Start">Where it begins, with its 《.</param>
/// <param name="NameEnd">Behind its 》.</param>
/// <param name="End">Behind its number, or behind its 》 where it has none.</param>
/// <param name="Number">Number in normal form; null for none.</param>
internal readonly record struct Named(int Start, int NameEnd, int End, string? Number);

/// <summary>Cuts a text into sentences and finds the documents named in them.</summary>
internal static class Sentences
{
    /// <summary>Characters of a sentence that are read; what is longer is no sentence, and reading it must not take for ever.</summary>
    private const int Longest = 5_000;

    private const int LongestName = 160;
    private const int LongestNote = 60;

    /// <summary>Sentences of a stretch, their marks left out and none longer than can be one. What stands within 《》 does not end one.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text, int start, int end)
    {
        var (from, depth) = (start, 0);
        for (var i = start; i <= end; i++)
        {
            if (i < end)
            {
                if (text[i] == '《') depth++;
                else if (text[i] == '》' && depth > 0) depth--;
                if (text[i] is not ('。' or ';') || depth > 0) continue;
            }
            if (i > from) yield return (from, Math.Min(i, from + Longest));
            from = i + 1;
        }
    }

    /// <summary>The documents named in a stretch, in order.</summary>
    public static List<Named> Documents(string text, int start, int end)
    {
        var found = new List<Named>();
        for (var i = start; i < end; i++)
        {
            if (text[i] != '《' || Closing(text, i, end) is not (> 0 and var close)) continue;
            var (stop, number) = NumberAt(text, close + 1, end);
            found.Add(new(i, close + 1, stop, number));
            i = stop - 1;
        }
        return found;
    }

    private static int Closing(string text, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(end, open + LongestName); i++)
        {
            if (text[i] == '《') depth++;
            else if (text[i] == '》' && --depth == 0) return i;
        }
        return -1;
    }

    /// <summary>The number in the bracket behind a title; its end, or the place itself where none stands there.</summary>
    private static (int End, string? Number) NumberAt(string text, int at, int end)
    {
        var place = at;
        while (place < end && text[place] is ' ' or '\n') place++;
        if (place >= end || text[place] != '(') return (at, null);
        var (close, depth) = (-1, 0);
        for (var i = place; i < Math.Min(end, place + LongestNote); i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0)
            {
                close = i;
                break;
            }
        }
        if (close < 0) return (at, null);
        // (2020年修订) is a note, (云政发〔2020〕3号,以下简称…) a number with a note.
        return DocumentNumbers.Find(text[(place + 1)..close]) is [{ Span.Start: 0 } number, ..] ? (close + 1, number.Normal) : (at, null);
    }
}
