using Gongkai.Duties.Drafts;

namespace Gongkai.Duties;

/// <summary>What became of a task between two versions of a plan.</summary>
internal enum TaskFate
{
    Same,
    Changed,
    New,
    Gone,
}

/// <summary>One task in both versions of a plan.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Duty">The duty that stands; null for a new task.</param>
/// <param name="Task">The task of the new version; null for one that is gone.</param>
internal sealed record TaskChange(TaskFate Fate, Duty? Duty, DraftTask? Task);

/// <summary>Compares a plan that was adopted with a new reading of it, so that adopting again changes instead of doubling.</summary>
internal static class PlanDifference
{
    /// <summary>Texts at least this alike are one task with other words.</summary>
    private const double Alike = 0.75;

    /// <summary>The fate of every task, in the order of the new version, those that are gone last.</summary>
    /// <param name="duties">Duties of the adopted plan that still stand.</param>
    /// <param name="tasks">Tasks of the new version that the officer did not leave out.</param>
    public static IReadOnlyList<TaskChange> Between(IReadOnlyList<Duty> duties, IReadOnlyList<DraftTask> tasks)
    {
        var pairs = new Dictionary<DraftTask, Duty>(ReferenceEqualityComparer.Instance);
        var free = duties.ToList();
        PairEqual(tasks, free, pairs);
        PairAlike([.. tasks.Where(task => !pairs.ContainsKey(task))], free, pairs);

        var changes = tasks.Select(task => pairs.TryGetValue(task, out var duty)
            ? new TaskChange(IsSame(duty, task) ? TaskFate.Same : TaskFate.Changed, duty, task)
            : new TaskChange(TaskFate.New, null, task));
        return [.. changes, .. free.OrderBy(duty => duty.Number).Select(duty => new TaskChange(TaskFate.Gone, duty, null))];
    }

    private static void PairEqual(IReadOnlyList<DraftTask> tasks, List<Duty> free, Dictionary<DraftTask, Duty> pairs)
    {
        var byText = free.GroupBy(duty => Letters(duty.Text)).ToDictionary(same => same.Key, same => new Queue<Duty>(same.OrderBy(duty => duty.Number)));
        foreach (var task in tasks)
            if (byText.TryGetValue(Letters(task.Text), out var same) && same.TryDequeue(out var duty)) pairs[task] = duty;
        free.RemoveAll(pairs.ContainsValue);
    }

    private static void PairAlike(IReadOnlyList<DraftTask> tasks, List<Duty> free, Dictionary<DraftTask, Duty> pairs)
    {
        var pairsOf = free.ToDictionary(duty => duty, duty => Pairs(duty.Text));
        var alike =
            from task in tasks
            let letters = Pairs(task.Text)
            from duty in free
            let score = Dice(letters, pairsOf[duty])
            where score >= Alike
            orderby score descending, Math.Abs(duty.Number - task.Number)
            select (task, duty);
        foreach (var (task, duty) in alike.ToList())
            if (!pairs.ContainsKey(task) && free.Remove(duty)) pairs[task] = duty;
    }

    private static bool IsSame(Duty duty, DraftTask task) =>
        duty.Text == task.Text && duty.UnitText == task.UnitText && SameLimits(duty, task);

    /// <summary>True when the plan writes the same limits as before and the officer added none: what the office made of them since stands.</summary>
    public static bool SameLimits(Duty duty, DraftTask task) =>
        SameRules([.. Written(duty)], [.. task.Limits.Where(limit => IsWritten(limit.Origin)).Select(limit => limit.Rule)])
        && task.Limits.Where(limit => limit.Origin == LimitOrigin.Office).All(added => duty.Limits.Any(limit => limit.Governs && limit.Rule == added.Rule));

    private static bool IsWritten(LimitOrigin origin) => origin is LimitOrigin.Narrative or LimitOrigin.Table;

    /// <summary>In whatever order: a database gives rows back in none.</summary>
    private static bool SameRules(List<LimitRule> one, List<LimitRule> other) => one.Count == other.Count && one.TrueForAll(other.Remove);

    /// <summary>The limits that the latest version of the plan wrote, whatever the office made of them since.</summary>
    private static IEnumerable<LimitRule> Written(Duty duty) =>
        duty.Limits.Where(limit => IsWritten(limit.Origin) && !limit.Replaced).Select(limit => limit.Rule);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var letters = Letters(text);
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < letters.Length; i++)
            pairs[(letters[i - 1], letters[i])] = pairs.GetValueOrDefault((letters[i - 1], letters[i])) + 1;
        return pairs;
    }

    private static double Dice(Dictionary<(char, char), int> one, Dictionary<(char, char), int> other)
    {
        var total = one.Values.Sum() + other.Values.Sum();
        return total == 0 ? 0 : 2.0 * one.Sum(pair => Math.Min(pair.Value, other.GetValueOrDefault(pair.Key))) / total;
    }
}
