using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Law.Wording;
using Gongkai.Plans;

namespace Gongkai.Rules.Plans.Grammar;

/// <summary>
/// Measures read plans against hand labels, by the definition of ../shared/gold/score.py: tasks are paired by overlap
/// of their texts (0.8 or more), units by name in either spelling, limits by kind and value.
/// </summary>
internal sealed partial class GoldScore
{
    private const double Overlap = 0.8;

    private static readonly HashSet<string> Generic = ["有关部门", "相关部门", "有关单位", "相关单位", "有关部门单位", "相关部门单位", ""];

    private int _gold, _predicted, _matched;
    private (int Hit, int False, int Missed) _lead, _responsible;
    private int _limits, _limitsRight, _without, _falseLimits;

    public double TaskF1 => _gold + _predicted == 0 ? 1 : 2.0 * _matched / (_gold + _predicted);

    public double LeadF1 => F1(_lead);

    public double ResponsibleF1 => F1(_responsible);

    /// <summary>Share of labelled tasks with a limit for which one of the limits was read right.</summary>
    public double LimitAccuracy => _limits == 0 ? 1 : (double)_limitsRight / _limits;

    /// <summary>Share of tasks without a limit for which one was read all the same.</summary>
    public double FalseLimitRate => _without == 0 ? 0 : (double)_falseLimits / _without;

    /// <summary>What went wrong, for the message of a failing test.</summary>
    public List<string> Notes { get; } = [];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"tasks {TaskF1:F3}, lead {LeadF1:F3}, responsible {ResponsibleF1:F3}, limits {LimitAccuracy:F3}, false limits {FalseLimitRate:F3}\n{string.Join("\n", Notes.Take(20))}");

    /// <summary>Adds one document to the measure.</summary>
    public void Add(JsonElement gold, Plan plan)
    {
        var labels = List(gold, "tasks").Where(t => !(t.TryGetProperty("truncated", out var cut) && cut.ValueKind == JsonValueKind.True)).ToList();
        var rows = List(gold, "tableTasks");
        var spare = List(gold, "tasks").Except(labels).Concat(rows).Select(t => Bare(Text(t, "text"))).Concat(List(gold, "ignore").Select(i => Bare(i.GetString()))).ToList();
        var tasks = plan.Tasks.ToList();
        var goldTexts = labels.ConvertAll(t => Forms(Text(t, "text")));
        var texts = tasks.ConvertAll(t => Forms(t.Text));
        var pairs = new List<(double Overlap, double Agreement, int Distance, int Gold, int Task)>();
        for (var g = 0; g < labels.Count; g++)
            for (var t = 0; t < tasks.Count; t++)
                if (Likeness(goldTexts[g], texts[t]) is var likeness && likeness >= Overlap)
                    pairs.Add((Math.Round(likeness, 2), Agreement(labels[g], tasks[t]), Math.Abs(g - t), g, t));
        var match = new Dictionary<int, int>();
        var used = new HashSet<int>();
        foreach (var pair in pairs.OrderByDescending(p => p.Overlap).ThenByDescending(p => p.Agreement).ThenBy(p => p.Distance))
            if (!match.ContainsKey(pair.Gold) && used.Add(pair.Task)) match[pair.Gold] = pair.Task;
        _gold += labels.Count;
        _matched += match.Count;
        _predicted += match.Count;
        for (var t = 0; t < tasks.Count; t++)
        {
            if (used.Contains(t)) continue;
            if (texts[t].Exists(f => spare.Exists(s => s.Contains(f, StringComparison.Ordinal) || Dice(f, s, 0.6) >= 0.6))) continue;
            _predicted++;
            Notes.Add("extra: " + Head(tasks[t].Text));
        }

        for (var g = 0; g < labels.Count; g++)
        {
            var task = match.TryGetValue(g, out var t) ? tasks[t] : null;
            if (task is null) Notes.Add("missed: " + Head(Text(labels[g], "text")));
            Units(labels[g], task);
            Limits(labels[g], task, rows);
        }
    }

    // ---- texts

    private static List<JsonElement> List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    private static string Head(string text) => text[..Math.Min(text.Length, 30)].Replace('\n', ' ');

    private static string Bare(string? text)
    {
        var bare = new StringBuilder();
        foreach (var c in NormalisedText.Of((text ?? "").Normalize(NormalizationForm.FormKC)).Text)
            if (char.IsLetter(c) || char.IsNumber(c)) bare.Append(c);
        return bare.ToString();
    }

    private static List<string> Forms(string text) =>
        new[] { Bare(text), Bare(Number().Replace(UnitBracket().Replace(text, ""), "")) }.Where(f => f.Length > 0).Distinct().ToList();

    [GeneratedRegex(@"[(（〔【\[][^()（）〔〕【】\[\]]*(牵头|责任单位|责任部门|责任科室|负责|配合|主办|协办|完成时限)[^()（）〔〕【】\[\]]*[)）〕】\]]", RegexOptions.NonBacktracking)]
    private static partial Regex UnitBracket();

    [GeneratedRegex(@"^\s*([(（][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百\d]+\s*[、.．:：])\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    private static double Likeness(List<string> a, List<string> b) => a.Count == 0 || b.Count == 0 ? 0 : a.Max(x => b.Max(y => Dice(x, y, Overlap)));

    private static double Dice(string a, string b, double floor)
    {
        var length = a.Length + b.Length;
        if (length == 0 || 2.0 * Math.Min(a.Length, b.Length) / length < floor) return 0;
        var letters = new Dictionary<char, int>();
        foreach (var c in a) letters[c] = letters.GetValueOrDefault(c) + 1;
        var common = 0;
        foreach (var c in b)
            if (letters.GetValueOrDefault(c) is > 0 and var left)
            {
                letters[c] = left - 1;
                common++;
            }

        if (2.0 * common / length < floor) return 0;
        var above = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        foreach (var c in a)
        {
            for (var j = 1; j <= b.Length; j++) row[j] = c == b[j - 1] ? above[j - 1] + 1 : Math.Max(above[j], row[j - 1]);
            (above, row) = (row, above);
        }

        return 2.0 * above[b.Length] / length;
    }

    // ---- units

    private static string Unit(string name)
    {
        var text = Number().Replace(name, "");
        text = Tail().Replace(NormalisedText.Of(text).Text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), "");
        text = Bare(text);
        return text.StartsWith('各') ? text[1..] : text;
    }

    [GeneratedRegex("等(有关|相关|各)?(部门|单位)*(、单位)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    private static List<HashSet<string>> Names(IEnumerable<(string Name, string Full)> names)
    {
        var units = new List<HashSet<string>>();
        foreach (var (name, full) in names)
        {
            var pair = new HashSet<string> { Unit(name), Unit(full) };
            if (!pair.Overlaps(Generic) && !units.Exists(u => u.SetEquals(pair))) units.Add(pair);
        }

        return units;
    }

    private static List<HashSet<string>> Names(JsonElement task, string role)
    {
        var names = List(task, role).ConvertAll(u => u.GetString()!);
        var full = List(task, role + "Full").ConvertAll(u => u.GetString()!);
        return Names(names.Zip(full.Count == names.Count ? full : names));
    }

    private static (List<HashSet<string>> Lead, List<HashSet<string>> Responsible) Roles(PlanTask task) =>
        (Names(task.Units.Where(u => u.Role is UnitRole.Lead or UnitRole.Guiding).Select(u => (u.Name, u.FullName))),
         Names(task.Units.Where(u => u.Role is UnitRole.Responsible or UnitRole.Cooperating).Select(u => (u.Name, u.FullName))));

    private static (List<HashSet<string>> Lead, List<HashSet<string>> Responsible) Roles(JsonElement label, PlanTask? task)
    {
        var first = (Names(label, "lead"), Names(label, "responsible"));
        if (task is null || !label.TryGetProperty("alt", out var alt) || alt.ValueKind != JsonValueKind.Object) return first;
        var second = (Names(alt, "lead"), Names(alt, "responsible"));
        var got = Roles(task);
        return Common(first.Item1, got.Lead) + Common(first.Item2, got.Responsible) >= Common(second.Item1, got.Lead) + Common(second.Item2, got.Responsible) ? first : second;
    }

    private static int Common(List<HashSet<string>> a, List<HashSet<string>> b)
    {
        var left = b.ToList();
        return a.Count(u => left.FindIndex(u.Overlaps) is >= 0 and var at && left.Remove(left[at]));
    }

    private static double Agreement(JsonElement label, PlanTask task)
    {
        var (gold, got) = (Roles(label, task), Roles(task));
        var all = gold.Lead.Count + gold.Responsible.Count + got.Lead.Count + got.Responsible.Count;
        return all == 0 ? 1 : 2.0 * (Common(gold.Lead, got.Lead) + Common(gold.Responsible, got.Responsible)) / all;
    }

    private void Units(JsonElement label, PlanTask? task)
    {
        var gold = Roles(label, task);
        var got = task is null ? ([], []) : Roles(task);
        _lead = Count(_lead, gold.Lead, got.Lead);
        _responsible = Count(_responsible, gold.Responsible, got.Responsible);
        if (task is not null && (Common(gold.Lead, got.Lead) < Math.Max(gold.Lead.Count, got.Lead.Count) || Common(gold.Responsible, got.Responsible) < Math.Max(gold.Responsible.Count, got.Responsible.Count)))
            Notes.Add($"units: {Head(task.Text)} got {string.Join('、', task.Units.Select(u => u.Name))}");
    }

    private static (int, int, int) Count((int Hit, int False, int Missed) sum, List<HashSet<string>> gold, List<HashSet<string>> got)
    {
        var hit = Common(gold, got);
        return (sum.Hit + hit, sum.False + got.Count - hit, sum.Missed + gold.Count - hit);
    }

    private static double F1((int Hit, int False, int Missed) sum) => sum.Hit + sum.False + sum.Missed == 0 ? 1 : 2.0 * sum.Hit / (2 * sum.Hit + sum.False + sum.Missed);

    // ---- limits

    private sealed record Limit(string Kind, string? Date, string? Period, int? Days, string Unit);

    private static Limit Of(JsonElement limit)
    {
        int? days = limit.TryGetProperty("days", out var d) && d.ValueKind == JsonValueKind.Number ? d.GetInt32() : null;
        var period = Text(limit, "period") switch { "halfyear" => "halfyearly", "" => null, var p => p.ToLowerInvariant() };
        return new(Text(limit, "kind"), Text(limit, "date") is { Length: > 0 } date ? date : null, period, days, Text(limit, "dayUnit") is { Length: > 0 } unit ? unit : "calendar");
    }

    private static Limit Of(PlanLimit limit)
    {
        var kind = limit.Kind switch { LimitKind.Date => "date", LimitKind.Periodic => "periodic", LimitKind.AfterEvent => "afterEvent", LimitKind.LongTerm => "longTerm", _ => "irregular" };
        return new(kind, limit.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), limit.Recurrence?.ToString().ToLowerInvariant(), limit.Days, limit.DayUnit == DayUnit.Working ? "working" : "calendar");
    }

    private static bool Same(Limit gold, Limit got) => gold.Kind == got.Kind && gold.Kind switch
    {
        "date" => gold.Date == got.Date,
        "periodic" => gold.Period == got.Period,
        "afterEvent" => gold.Days is null || (gold.Days == got.Days && gold.Unit == got.Unit),
        _ => true,
    };

    private static (List<Limit> Limits, bool Implied) Limits(JsonElement task)
    {
        var raw = List(task, "deadlines");
        if (raw.Count == 0 && task.TryGetProperty("deadline", out var one) && one.ValueKind == JsonValueKind.Object) raw = [one];
        var implied = raw.Count == 1 && raw[0].TryGetProperty("implied", out var flag) && flag.ValueKind == JsonValueKind.True;
        return (raw.ConvertAll(Of).FindAll(l => l.Kind is not ("none" or "")), implied);
    }

    private void Limits(JsonElement label, PlanTask? task, List<JsonElement> rows)
    {
        var (gold, implied) = Limits(label);
        var also = List(label, "deadlineAlt").ConvertAll(Of);
        if (label.TryGetProperty("n", out var n))
            foreach (var row in rows)
                if (row.TryGetProperty("narrativeTask", out var of) && of.ValueKind == JsonValueKind.Number && of.GetInt32() == n.GetInt32()) also.AddRange(Limits(row).Limits);
        var got = task?.Limits.Select(Of).ToList() ?? [];
        var right = task is not null && (gold.Concat(also).Any(x => got.Exists(y => Same(x, y))) || (got.Count == 0 && (gold.Count == 0 || implied || also.Exists(a => a.Kind == "none"))));
        if (gold.Count > 0)
        {
            _limits++;
            _limitsRight += right ? 1 : 0;
        }
        else if (task is not null)
        {
            _without++;
            _falseLimits += right ? 0 : 1;
        }

        if (task is not null && !right) Notes.Add($"limit: {Head(task.Text)} wanted {string.Join(' ', gold)} got {string.Join(' ', got)}");
    }
}
