namespace Gongkai.Plans.Grammar.Limits;

/// <summary>A limit as a scanner found it, in folded offsets; <see cref="PlanLimit"/> is what leaves the grammar.</summary>
/// <param name="Kind">Kind of limit.</param>
/// <param name="Start">First character of the phrase.</param>
/// <param name="End">Behind the phrase.</param>
internal sealed record FoundLimit(LimitKind Kind, int Start, int End)
{
    public DateOnly? Date { get; init; }

    public DateOnly? StartDate { get; init; }

    public Recurrence? Recurrence { get; init; }

    public int? Days { get; init; }

    public DayUnit? DayUnit { get; init; }

    public int? Hours { get; init; }

    public int? Months { get; init; }

    public (int Start, int End) Event { get; init; }

    public DayOfWeek? DayOfWeek { get; init; }

    public (int Start, int End) Season { get; init; }

    public int? MinCount { get; init; }

    public int? Aspects { get; init; }

    /// <summary>True where the year was taken from the plan because the phrase names none.</summary>
    public bool YearOfPlan { get; init; }
}

/// <summary>What a scanner looks at: a stretch of the folded text, the plan's year, and whether it is the cell of a limit column.</summary>
/// <param name="Text">The whole folded text.</param>
/// <param name="Start">First character looked at.</param>
/// <param name="End">Behind the last character looked at.</param>
/// <param name="Year">Plan year; null where nothing tells it.</param>
/// <param name="Cell">True where the stretch stands in a limit column or behind a limit label, so that every date in it is a limit.</param>
internal readonly record struct LimitScope(string Text, int Start, int End, int? Year, bool Cell)
{
    public bool At(int i, string word) => i >= Start && i + word.Length <= End && string.CompareOrdinal(Text, i, word, 0, word.Length) == 0;

    public bool AtAny(int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (At(i, word)) return true;
        return false;
    }

    public bool EndsAt(int i, string word) => i - word.Length >= Start && string.CompareOrdinal(Text, i - word.Length, word, 0, word.Length) == 0;

    public bool EndsAtAny(int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (EndsAt(i, word)) return true;
        return false;
    }

    public char this[int i] => i >= Start && i < End ? Text[i] : '\0';

    /// <summary>A number in digits or Chinese; length 0 where there is none.</summary>
    public (int Value, int Length) Number(int i)
    {
        var at = i;
        if (char.IsAsciiDigit(this[i]))
        {
            var value = 0;
            while (char.IsAsciiDigit(this[at]) && at - i < 6) value = value * 10 + (Text[at++] - '0');
            return (value, at - i);
        }

        while (Letters.IsHanDigit(this[at]) && at - i < 6) at++;
        return at == i ? default : (Numbering.HanValue(Text.AsSpan(i, at - i)), at - i);
    }

    /// <summary>Start of the clause an offset stands in: behind the last mark before it.</summary>
    public int ClauseStart(int i, int reach = 60)
    {
        var from = Math.Max(Start, i - reach);
        for (var at = i - 1; at >= from; at--)
            if (Text[at] is ',' or '。' or ';' or ':' or '\n' or '!' or '?') return at + 1;
        return from;
    }
}
