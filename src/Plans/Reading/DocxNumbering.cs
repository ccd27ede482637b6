using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Reading;

/// <summary>Counts Word's automatic numbering and writes the numbers that Word would show.</summary>
public sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _abstracts = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<(int Numbering, int Level), LevelRule> _rules = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int Numbering, int Level)> _restarted = [];
    private readonly Dictionary<string, int> _byStyle = new(StringComparer.Ordinal);

    /// <param name="part">Part of the numberings; null where the file has none.</param>
    public DocxNumbering(NumberingDefinitionsPart? part)
    {
        if (part is null || PackageGuard.Checked(part).Numbering is not { } numbering) return;
        foreach (var definition in numbering.Elements<AbstractNum>())
        {
            if (definition.AbstractNumberId?.Value is { } id) _abstracts.TryAdd(id, definition);
        }

        foreach (var instance in numbering.Elements<NumberingInstance>())
        {
            if (instance.NumberID?.Value is { } id) _instances.TryAdd(id, instance);
        }

        foreach (var (id, definition) in _abstracts)
        {
            if (definition.StyleLink?.Val?.Value is { } style) _byStyle.TryAdd(style, id);
        }
    }

    /// <summary>One level as the file defines it.</summary>
    private sealed record LevelRule(int Start, string Format, string Text, int? RestartAfter, bool AllDigits, int? StartOverride);

    /// <summary>The number of the next paragraph of a numbering.</summary>
    /// <param name="numbering">Number of the numbering in the file; 0 or unknown gives no number.</param>
    /// <param name="level">Level, from 0; others are cut to 0–8.</param>
    /// <returns>The number as shown, such as <c>（一）</c>; null when there is none.</returns>
    public string? Next(int numbering, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (AbstractOf(numbering) is not { } definition) return null;
        var rule = Rule(numbering, level);
        if (!_counters.TryGetValue(definition, out var counters)) _counters[definition] = counters = new int?[Levels];

        var restart = rule.StartOverride is not null && _restarted.Add((numbering, level));
        counters[level] = restart ? rule.StartOverride : counters[level] is { } last ? unchecked(last + 1) : rule.Start;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // A level restarts after any higher one unless the file names the one it waits for; 0 is never.
            var after = Rule(numbering, deeper).RestartAfter;
            if (after is null || level < after) counters[deeper] = null;
        }

        return Write(numbering, rule, counters);
    }

    /// <summary>The level that a paragraph style is tied to in a numbering; 0 where the file ties none.</summary>
    public int LevelOfStyle(int numbering, string? style)
    {
        if (style is null || AbstractOf(numbering) is not { } id) return 0;
        var level = _abstracts[id].Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style);
        return level?.LevelIndex?.Value ?? 0;
    }

    private int? AbstractOf(int numbering)
    {
        if (!_instances.TryGetValue(numbering, out var instance) || instance.AbstractNumId?.Val?.Value is not { } id || !_abstracts.TryGetValue(id, out var definition)) return null;
        if (definition.NumberingStyleLink?.Val?.Value is { } link && _byStyle.TryGetValue(link, out var linked)) return linked;
        return id;
    }

    private LevelRule Rule(int numbering, int level)
    {
        if (_rules.TryGetValue((numbering, level), out var known)) return known;
        var change = _instances[numbering].Elements<LevelOverride>().FirstOrDefault(change => change.LevelIndex?.Value == level);
        var rule = change?.Level ?? _abstracts[AbstractOf(numbering)!.Value].Elements<Level>().FirstOrDefault(rule => rule.LevelIndex?.Value == level);
        return _rules[(numbering, level)] = new(
            rule?.StartNumberingValue?.Val?.Value ?? 1,
            Format(rule),
            rule?.LevelText?.Val?.Value ?? "",
            rule?.LevelRestart?.Val?.Value,
            DocxStyles.IsOn(rule?.IsLegalNumberingStyle),
            change?.StartOverrideNumberingValue?.Val?.Value);
    }

    // A format that came with a later Word stands in an alternate content block with a plain one to fall back on.
    private static string Format(Level? level) =>
        (level?.NumberingFormat ?? level?.Descendants<NumberingFormat>().FirstOrDefault())?.Val?.InnerText ?? "decimal";

    private string? Write(int numbering, LevelRule rule, int?[] counters)
    {
        if (rule.Format == "bullet") return ListNumbers.Format(0, "bullet");
        if (rule.Format == "none" && !rule.Text.Contains('%', StringComparison.Ordinal)) return rule.Text.Length > 0 ? rule.Text : null;
        var label = new StringBuilder();
        for (var i = 0; i < rule.Text.Length; i++)
        {
            if (rule.Text[i] == '%' && i + 1 < rule.Text.Length && rule.Text[i + 1] is >= '1' and <= '9')
            {
                var level = rule.Text[++i] - '1';
                var of = Rule(numbering, level);
                label.Append(ListNumbers.Format(counters[level] ?? of.Start, rule.AllDigits ? "decimal" : of.Format));
            }
            else
            {
                label.Append(rule.Text[i]);
            }
        }

        return label.ToString().Trim() is { Length: > 0 } text ? text : null;
    }
}
