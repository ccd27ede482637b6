namespace Gongkai.Plans.Grammar.Tables;

/// <summary>Finds the narrative task that a row of a breakdown table repeats, though words may differ.</summary>
internal sealed class RowMatching
{
    private const double Alike = 0.6;

    private readonly Script _script;
    private readonly IReadOnlyList<Passage> _tasks;
    private readonly Dictionary<string, List<int>> _byOpening = [];

    public RowMatching(Script script, IReadOnlyList<Passage> tasks)
    {
        _script = script;
        _tasks = tasks;
        for (var i = 0; i < tasks.Count; i++)
            foreach (var key in Keys(tasks[i]))
            {
                if (!_byOpening.TryGetValue(key, out var list)) _byOpening[key] = list = [];
                if (list.Count < 8) list.Add(i);
            }
    }

    /// <summary>Index of the task a row repeats; null where none is alike.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">Its place among the rows, from 0.</param>
    public int? Find(Passage row, int place)
    {
        var candidates = new HashSet<int>();
        for (var i = place - 2; i <= place + 2; i++)
            if (i >= 0 && i < _tasks.Count) candidates.Add(i);
        foreach (var key in Keys(row))
            if (_byOpening.TryGetValue(key, out var list)) candidates.UnionWith(list);
        var (best, likeness) = (-1, 0.0);
        foreach (var i in candidates)
            if (Likeness(row, _tasks[i]) is var other && other > likeness) (best, likeness) = (i, other);
        return likeness >= Alike ? best : null;
    }

    private IEnumerable<string> Keys(Passage passage)
    {
        for (var at = passage.Start; at + 6 <= passage.End && at <= passage.Start + 24; at += 6) yield return _script.Text.Substring(at, 6);
    }

    /// <summary>Share of pairs of neighbouring characters that both have.</summary>
    private double Likeness(Passage a, Passage b)
    {
        var pairs = Pairs(a);
        var common = 0;
        var total = pairs.Values.Sum();
        var other = 0;
        foreach (var (pair, count) in Pairs(b))
        {
            other += count;
            common += Math.Min(count, pairs.GetValueOrDefault(pair));
        }

        return total + other == 0 ? 0 : 2.0 * common / (total + other);
    }

    private Dictionary<int, int> Pairs(Passage passage)
    {
        var pairs = new Dictionary<int, int>();
        var end = Math.Min(passage.End, passage.Start + 600);
        for (var i = passage.Start; i + 1 < end; i++)
        {
            var pair = (_script.Text[i] << 16) | _script.Text[i + 1];
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }
}
