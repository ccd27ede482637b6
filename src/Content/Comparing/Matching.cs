namespace Gongkai.Content.Comparing;

/// <summary>Finds what two sequences have in common, in order, with work that is bounded.</summary>
internal static class Matching
{
    /// <summary>Most differences within one stretch that are looked for one by one: what is kept of the search grows with their square.</summary>
    private const int MostEdits = 1_000;

    /// <summary>Matches two sequences.</summary>
    /// <param name="before">The older, each element by a number that equal elements share.</param>
    /// <param name="after">The newer, likewise.</param>
    /// <param name="steps">Steps that may still be taken; those taken are subtracted.</param>
    /// <returns>Pairs of places, both ascending. Where a stretch differs too much, elements that occur once in both hold it together, and nothing else does.</returns>
    public static List<(int Before, int After)> Of(int[] before, int[] after, ref long steps)
    {
        var pairs = new List<(int Before, int After)>();
        var (low, lowAfter) = (0, 0);
        foreach (var (anchor, anchorAfter) in Anchors(before, after).Append((before.Length, after.Length)))
        {
            Between(before, (low, anchor), after, (lowAfter, anchorAfter), pairs, ref steps);
            if (anchor < before.Length) pairs.Add((anchor, anchorAfter));
            (low, lowAfter) = (anchor + 1, anchorAfter + 1);
        }
        return pairs;
    }

    private static void Between(int[] before, (int Start, int End) old, int[] after, (int Start, int End) now, List<(int, int)> pairs, ref long steps)
    {
        while (old.Start < old.End && now.Start < now.End && before[old.Start] == after[now.Start]) pairs.Add((old.Start++, now.Start++));
        var tail = 0;
        while (old.Start < old.End - tail && now.Start < now.End - tail && before[old.End - 1 - tail] == after[now.End - 1 - tail]) tail++;
        foreach (var (i, j) in ShortestEdit(before.AsSpan(old.Start..(old.End - tail)), after.AsSpan(now.Start..(now.End - tail)), ref steps)) pairs.Add((old.Start + i, now.Start + j));
        for (var i = tail; i > 0; i--) pairs.Add((old.End - i, now.End - i));
    }

    /// <summary>Elements that occur once in each sequence, as many as stand in the same order in both (patience).</summary>
    private static List<(int Before, int After)> Anchors(int[] before, int[] after)
    {
        var places = new Dictionary<int, (int Count, int Before, int CountAfter, int After)>();
        for (var i = 0; i < before.Length; i++) places[before[i]] = places.TryGetValue(before[i], out var at) ? at with { Count = at.Count + 1 } : (1, i, 0, 0);
        for (var j = 0; j < after.Length; j++) if (places.TryGetValue(after[j], out var at)) places[after[j]] = at with { CountAfter = at.CountAfter + 1, After = j };
        var unique = places.Values.Where(at => at is { Count: 1, CountAfter: 1 }).OrderBy(at => at.Before).ToList();

        // The longest rising run of places in the newer sequence.
        var (tops, parents) = (new List<int>(), new int[unique.Count]);
        for (var i = 0; i < unique.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (unique[tops[middle]].After < unique[i].After) low = middle + 1;
                else high = middle;
            }
            parents[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count) tops.Add(i);
            else tops[low] = i;
        }
        var run = new List<(int, int)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = parents[i]) run.Add((unique[i].Before, unique[i].After));
        run.Reverse();
        return run;
    }

    /// <summary>The shortest way from one to the other (Myers); nothing in common where it is longer than allowed.</summary>
    private static List<(int, int)> ShortestEdit(ReadOnlySpan<int> before, ReadOnlySpan<int> after, ref long steps)
    {
        var pairs = new List<(int, int)>();
        if (before.IsEmpty || after.IsEmpty) return pairs;
        var most = Math.Min(MostEdits, before.Length + after.Length);
        var reach = new int[2 * most + 2];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most && steps > 0; edits++)
        {
            steps -= edits + 1;
            for (var line = -edits; line <= edits; line += 2)
            {
                var x = line == -edits || line != edits && reach[most + line - 1] < reach[most + line + 1] ? reach[most + line + 1] : reach[most + line - 1] + 1;
                var start = x;
                while (x < before.Length && x - line < after.Length && before[x] == after[x - line]) x++;
                steps -= x - start;
                reach[most + line] = x;
                if (x < before.Length || x - line < after.Length) continue;
                Walk(trace, edits, before.Length, after.Length, pairs);
                return pairs;
            }
            trace.Add(reach[(most - edits)..(most + edits + 1)]);
        }
        return pairs;
    }

    private static void Walk(List<int[]> trace, int edits, int x, int y, List<(int, int)> pairs)
    {
        for (; edits > 0; edits--)
        {
            var earlier = trace[edits - 1];
            var line = x - y;
            int At(int of) => Math.Abs(of) <= edits - 1 ? earlier[of + edits - 1] : -1;
            var from = line == -edits || line != edits && At(line - 1) < At(line + 1) ? line + 1 : line - 1;
            var startX = At(from);
            var startY = startX - from;
            while (x > startX && y > startY) pairs.Add((--x, --y));
            (x, y) = (startX, startY);
        }
        while (x > 0 && y > 0) pairs.Add((--x, --y));
        pairs.Reverse();
    }
}
