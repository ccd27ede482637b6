namespace Gongkai.Content.Comparing;

/// <summary>Puts the passages of two texts side by side: first those with the same words, then between them those that are alike.</summary>
internal sealed class Alignment(IReadOnlyList<Cutting> before, IReadOnlyList<Cutting> after)
{
    /// <summary>Most pairs within one gap that are measured against each other; in a larger gap only passages at the same place are.</summary>
    private const int MostMeasured = 2_500;

    private const long MostSteps = 100_000_000;

    private readonly List<PassagePair> _pairs = new(Math.Max(before.Count, after.Count));
    private readonly WordDifference _words = new();

    /// <summary>The pairs, in order.</summary>
    public List<PassagePair> Pairs()
    {
        var numbers = new Dictionary<(char, string), int>();
        var steps = MostSteps;
        var (low, lowAfter) = (0, 0);
        foreach (var (i, j) in Matching.Of(Numbered(before, numbers), Numbered(after, numbers), ref steps).Append((before.Count, after.Count)))
        {
            Fill((low, i), (lowAfter, j));
            if (i < before.Count) Add(Difference.Same, before[i], after[j], Single(Difference.Same, before[i].Passage.Text));
            (low, lowAfter) = (i + 1, j + 1);
        }
        return _pairs;
    }

    private static int[] Numbered(IReadOnlyList<Cutting> cuttings, Dictionary<(char, string), int> numbers)
    {
        var all = new int[cuttings.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var key = (cuttings[i].Sort, cuttings[i].Passage.Text);
            if (!numbers.TryGetValue(key, out all[i])) numbers.Add(key, all[i] = numbers.Count);
        }
        return all;
    }

    /// <summary>Pairs what stands between two passages that are the same.</summary>
    private void Fill((int Start, int End) old, (int Start, int End) now)
    {
        var (i, j) = (old.Start, now.Start);
        foreach (var (alike, alikeAfter) in Alike(old, now).Append((old.End, now.End)))
        {
            for (; i < alike; i++) Add(Difference.Removed, before[i], null, Single(Difference.Removed, before[i].Passage.Text));
            for (; j < alikeAfter; j++) Add(Difference.Added, null, after[j], Single(Difference.Added, after[j].Passage.Text));
            if (i == old.End || j == now.End) continue;
            Add(Difference.Changed, before[i], after[j], _words.Of(before[i].Passage.Text, after[j].Passage.Text));
            (i, j) = (i + 1, j + 1);
        }
    }

    private List<(int, int)> Alike((int Start, int End) old, (int Start, int End) now)
    {
        var (rows, columns) = (old.End - old.Start, now.End - now.Start);
        if (rows == 0 || columns == 0) return [];
        var older = Enumerable.Range(old.Start, rows).Select(i => Likeness.Of(before[i].Passage.Text)).ToArray();
        var newer = Enumerable.Range(now.Start, columns).Select(j => Likeness.Of(after[j].Passage.Text)).ToArray();
        double Share(int i, int j) => before[old.Start + i].Sort != after[now.Start + j].Sort ? 0 : older[i].To(newer[j]) is >= Likeness.Enough and var share ? share : 0;

        var found = new List<(int, int)>();
        if ((long)rows * columns > MostMeasured)
        {
            for (var i = 0; i < Math.Min(rows, columns); i++) if (Share(i, i) > 0) found.Add((old.Start + i, now.Start + i));
            return found;
        }

        // The pairing, in order, whose shares add up to the most.
        var best = new double[rows + 1, columns + 1];
        var shares = new double[rows, columns];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                shares[i, j] = Share(i, j);
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), shares[i, j] > 0 ? shares[i, j] + best[i + 1, j + 1] : 0);
            }
        }
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (shares[i, j] > 0 && best[i, j] <= shares[i, j] + best[i + 1, j + 1]) found.Add((old.Start + i++, now.Start + j++));
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }
        return found;
    }

    private static IReadOnlyList<Piece> Single(Difference kind, string text) => text.Length == 0 ? [] : [new(kind, text)];

    private void Add(Difference kind, Cutting? older, Cutting? newer, IReadOnlyList<Piece> pieces) =>
        _pairs.Add(new(kind, older?.Passage, newer?.Passage, pieces, older is not null && newer is not null && older.Look != newer.Look));
}
