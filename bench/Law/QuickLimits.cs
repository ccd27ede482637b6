using System.Diagnostics;
using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Bench.Law;

/// <summary>Limits of twenty working days a second on one core, without the wait that a full benchmark asks for.</summary>
internal static class QuickLimits
{
    private const int Count = 5_000_000;

    internal static void Run(TextWriter output)
    {
        var (calendar, period, first) = (WorkCalendar.National, new Period(20, PeriodUnit.WorkingDays), new DateOnly(2017, 1, 1).DayNumber);
        Measure(calendar, period, first, Count / 10);
        var watch = Stopwatch.StartNew();
        var sum = Measure(calendar, period, first, Count);
        var each = Count / watch.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:N0} limits of twenty working days a second (5,000,000 in {watch.Elapsed.TotalMilliseconds:N0} ms, check {sum})"));
    }

    /// <summary>Goes through every start of ten years again and again; the sum keeps the work from being left out.</summary>
    private static long Measure(WorkCalendar calendar, Period period, int first, int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++) sum += Limit.LastDay(DateOnly.FromDayNumber(first + i % 3650), period, calendar).Day.DayNumber;
        return sum;
    }
}
