namespace Gongkai.Law.Schedules;

/// <summary>What a rhythm counts in.</summary>
public enum RhythmUnit
{
    /// <summary>Days, counted from the first day of the span.</summary>
    Day,

    /// <summary>Weeks from Monday to Sunday.</summary>
    Week,

    /// <summary>The parts of a month (旬): 1 to 10, 11 to 20, 21 to its end.</summary>
    TenDays,

    /// <summary>Months, aligned to January: three make the quarters, six the half-years, twelve the year.</summary>
    Month,

    /// <summary>School terms (学期): 1 February to 31 July, 1 August to 31 January.</summary>
    Semester,
}

/// <summary>
/// How often something must be done (按月, 每季度, 每2个月 …), and the periods that follow. No statute defines these words;
/// periods are those of the calendar, as the offices that write them count.
/// </summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Every">How many units make one period, 1 or more.</param>
public readonly record struct Rhythm(RhythmUnit Unit, int Every = 1)
{
    /// <summary>The periods whose last day lies within a span, in order. The first may have begun before the span and is given whole.</summary>
    /// <param name="span">Days in which the periods end, both ends inclusive.</param>
    /// <exception cref="InvalidOperationException"><see cref="Every"/> is less than 1.</exception>
    public IEnumerable<DateRange> Periods(DateRange span)
    {
        if (Every < 1) throw new InvalidOperationException("A rhythm needs a period of one unit or more.");
        return Within(span);
    }

    private IEnumerable<DateRange> Within(DateRange span)
    {
        for (var first = FirstOf(span.First); first <= span.Last;)
        {
            if (Next(first) is not { } next) yield break;
            var period = new DateRange(first, next.AddDays(-1));
            if (period.Last > span.Last) yield break;
            if (period.Last >= span.First) yield return period;
            first = next;
        }
    }

    private DateOnly FirstOf(DateOnly day) => Unit switch
    {
        RhythmUnit.Day => day,
        RhythmUnit.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        RhythmUnit.TenDays => new(day.Year, day.Month, Math.Min(day.Day - 1, 29) / 10 * 10 + 1),
        RhythmUnit.Month => new(day.Year, (day.Month - 1) / MonthsInYear() * MonthsInYear() + 1, 1),
        _ => day.Month is >= 2 and <= 7 ? new(day.Year, 2, 1) : new(day.Month == 1 ? day.Year - 1 : day.Year, 8, 1),
    };

    private DateOnly? Next(DateOnly first) => Unit switch
    {
        _ when first.Year >= 9990 => null,
        RhythmUnit.Day => first.AddDays(Every),
        RhythmUnit.Week => first.AddDays(7 * Every),
        RhythmUnit.TenDays => NextTenDays(first),
        RhythmUnit.Month => first.AddMonths(MonthsInYear()),
        _ => first.AddMonths(6 * Every),
    };

    private DateOnly NextTenDays(DateOnly first)
    {
        for (var part = 0; part < Every; part++)
            first = first.Day < 21 ? first.AddDays(10) : new DateOnly(first.Year, first.Month, 1).AddMonths(1);
        return first;
    }

    /// <summary>A period of months never runs beyond its year.</summary>
    private int MonthsInYear() => Math.Min(Every, 12);
}
