using System.Text;

namespace Gongkai.Content.Comparing;

/// <summary>Tells which words of a passage changed: Chinese by the character, numbers and Latin words whole.</summary>
internal sealed class WordDifference
{
    /// <summary>Steps left for all passages of a text; behind that, a passage shows only its changed middle.</summary>
    private long _steps = 200_000_000;

    /// <summary>The pieces of two passages.</summary>
    public List<Piece> Of(string before, string after)
    {
        if (_steps <= 0) return Middle(before, after);
        var (older, newer) = (Words(before), Words(after));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var pieces = new Pieces();
        var (i, j) = (0, 0);
        foreach (var (same, sameAfter) in Matching.Of(Numbered(older, numbers), Numbered(newer, numbers), ref _steps).Append((older.Count, newer.Count)))
        {
            for (; i < same; i++) pieces.Add(Difference.Removed, older[i]);
            for (; j < sameAfter; j++) pieces.Add(Difference.Added, newer[j]);
            if (same < older.Count) pieces.Add(Difference.Same, older[same]);
            (i, j) = (same + 1, sameAfter + 1);
        }
        return pieces.Done();
    }

    private static List<Piece> Middle(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        // Halves of a pair stay together.
        if (start > 0 && char.IsHighSurrogate(before[start - 1])) start--;
        if (end > 0 && char.IsLowSurrogate(before[^end])) end--;
        var pieces = new Pieces();
        pieces.Add(Difference.Same, before[..start]);
        pieces.Add(Difference.Removed, before[start..^end]);
        pieces.Add(Difference.Added, after[start..^end]);
        pieces.Add(Difference.Same, before[^end..]);
        return pieces.Done();
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsAsciiLetterOrDigit(text[start])) while (i < text.Length && char.IsAsciiLetterOrDigit(text[i])) i++;
            else if (char.IsHighSurrogate(text[start]) && i < text.Length) i++;
            words.Add(text[start..i]);
        }
        return words;
    }

    private static int[] Numbered(List<string> words, Dictionary<string, int> numbers)
    {
        var all = new int[words.Count];
        for (var i = 0; i < all.Length; i++) if (!numbers.TryGetValue(words[i], out all[i])) numbers.Add(words[i], all[i] = numbers.Count);
        return all;
    }

    /// <summary>Gathers words into pieces. A lone character that stayed between two changes says nothing and goes with them.</summary>
    private sealed class Pieces
    {
        private readonly List<Piece> _pieces = [];
        private readonly StringBuilder _same = new(), _removed = new(), _added = new();

        public void Add(Difference kind, string words)
        {
            if (words.Length == 0) return;
            if (kind == Difference.Same)
            {
                _same.Append(words);
                return;
            }
            if (_same.Length == 1 && _removed.Length > 0 && _added.Length > 0)
            {
                _removed.Append(_same);
                _added.Append(_same);
                _same.Clear();
            }
            else if (_same.Length > 0)
            {
                Flush();
            }
            (kind == Difference.Removed ? _removed : _added).Append(words);
        }

        public List<Piece> Done()
        {
            Flush();
            return _pieces;
        }

        private void Flush()
        {
            Take(Difference.Removed, _removed);
            Take(Difference.Added, _added);
            Take(Difference.Same, _same);
        }

        private void Take(Difference kind, StringBuilder words)
        {
            if (words.Length > 0) _pieces.Add(new(kind, words.ToString()));
            words.Clear();
        }
    }
}
