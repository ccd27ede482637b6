namespace Gongkai.Checks;

/// <summary>Finds listed words, wrong and forbidden ones, in one pass over a text.</summary>
internal sealed class WordIndex
{
    private readonly WordSet _words;
    private readonly Dictionary<string, WrongWord> _wrong;

    public WordIndex(IReadOnlyList<WrongWord> wrong, IReadOnlyList<string> forbidden)
    {
        _wrong = wrong.ToDictionary(word => word.Wrong, StringComparer.Ordinal);
        _words = new([.. _wrong.Keys.Union(forbidden, StringComparer.Ordinal)]);
    }

    /// <summary>Adds every listed word of a text; of words that overlap the first, of those that begin together the longest.</summary>
    public void Look(ScannedText text, FindingList findings)
    {
        var from = 0;
        while (_words.First(text.Folded[from..]) is { At: >= 0 } hit)
        {
            var start = from + hit.At;
            from = start + hit.Word.Length;
            if (!_wrong.TryGetValue(hit.Word, out var wrong)) findings.Add(CheckCodes.ForbiddenWord, start, from, hit.Word);
            else if (!IsWithin(text, start, wrong)) findings.Add(CheckCodes.WrongWord, start, from, hit.Word, wrong.Right);
        }
    }

    private static bool IsWithin(ScannedText text, int start, WrongWord word)
    {
        foreach (var longer in word.Within ?? [])
        {
            for (var at = longer.IndexOf(word.Wrong, StringComparison.Ordinal); at >= 0; at = longer.IndexOf(word.Wrong, at + 1, StringComparison.Ordinal))
                if (start >= at && text.Folded[(start - at)..].StartsWith(longer)) return true;
        }

        return false;
    }
}
