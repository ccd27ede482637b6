using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Wording;

namespace Gongkai.Law.Limits;

/// <summary>A limit asked for in words: <c>2026-02-12 20 working</c>.</summary>
/// <param name="From">Day of the event, or its instant where hours are counted; wall clock.</param>
/// <param name="Period">Length.</param>
public readonly record struct LimitQuestion(DateTime From, Period Period)
{
    /// <summary>Reads a question of three words: day, amount, unit.</summary>
    /// <param name="line">The words, divided by blanks or tabs. The day as in <see cref="ChineseDates"/>, with <c>T09:30</c> behind it for hours.</param>
    /// <returns>The question, or one reason: <c>law.limit-words</c>, <c>law.limit-day</c>, <c>law.limit-amount</c>, <c>law.limit-unit</c>, each with what stands there, or <c>law.limit-time</c> for a time without hours to count.</returns>
    public static Outcome<LimitQuestion> Read(ReadOnlySpan<char> line)
    {
        Span<Range> words = stackalloc Range[4];
        line = line.Trim("\uFEFF \t\r\u3000");
        var count = line.SplitAny(words, " \t\u3000", StringSplitOptions.RemoveEmptyEntries);
        return count == 3 ? Read(line[words[0]], line[words[1]], line[words[2]]) : Outcome.Refused("law.limit-words", line.ToString());
    }

    /// <summary>Reads a question from its three parts.</summary>
    public static Outcome<LimitQuestion> Read(ReadOnlySpan<char> from, ReadOnlySpan<char> amount, ReadOnlySpan<char> unit)
    {
        if (Unit(unit) is not { } counted) return Outcome.Refused("law.limit-unit", unit.ToString());
        if (!int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Period.Longest)
            return Outcome.Refused("law.limit-amount", amount.ToString(), Period.Longest);

        var time = TimeOnly.MinValue;
        var mark = from.IndexOf('T');
        if (mark >= 0 && counted != PeriodUnit.Hours) return Outcome.Refused("law.limit-time", from.ToString());
        if ((mark >= 0 && !TimeOnly.TryParseExact(from[(mark + 1)..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            || !TryReadDay(mark < 0 ? from : from[..mark], out var day)
            || day < WorkCalendar.FirstDay || day > WorkCalendar.LastDay)
            return Outcome.Refused("law.limit-day", from.ToString(), WorkCalendar.FirstYear, WorkCalendar.LastYear);

        return new LimitQuestion(day.ToDateTime(time), new(number, counted));
    }

    /// <summary>The last day; for hours the day on which they run out.</summary>
    /// <returns>The day, or <c>law.limit-beyond</c> where the count leaves the calendar.</returns>
    public Outcome<LimitDay> Answer(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Period.Unit == PeriodUnit.Hours) return new LimitDay(DateOnly.FromDateTime(End()), false, "");
        var from = DateOnly.FromDateTime(From);
        // The longest stretch of rest days is far shorter than the month left free at the end.
        var latest = Period.Unit switch { PeriodUnit.WorkingDays => Period.Amount * 2L, PeriodUnit.CalendarDays => Period.Amount, PeriodUnit.Months => Period.Amount * 31L, _ => Period.Amount * 366L };
        return from.DayNumber + latest + 31 > WorkCalendar.LastDay.DayNumber
            ? Outcome.Refused("law.limit-beyond", WorkCalendar.LastYear)
            : Limit.LastDay(from, Period, calendar);
    }

    /// <summary>When the hours run out, by the wall clock.</summary>
    /// <exception cref="ArgumentException">The period is not in hours.</exception>
    public DateTime End() => Limit.LastInstant(new(From, TimeSpan.Zero), Period).DateTime;

    /// <summary>The plain form first: a list of a hundred thousand lines is read by it.</summary>
    private static bool TryReadDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) || ChineseDates.TryParse(text, null, out day);

    private static PeriodUnit? Unit(ReadOnlySpan<char> word) => word switch
    {
        "working" or "工作日" => PeriodUnit.WorkingDays,
        "calendar" or "日" or "天" or "自然日" => PeriodUnit.CalendarDays,
        "months" or "月" or "个月" => PeriodUnit.Months,
        "years" or "年" => PeriodUnit.Years,
        "hours" or "小时" => PeriodUnit.Hours,
        _ => null,
    };
}
