using BenchmarkDotNet.Attributes;
using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;
using Gongkai.Law.Order711;

namespace Gongkai.Bench.Law;

/// <summary>What precomputed prefix counts of working days are for: a limit is two reads of an array, however long.</summary>
[MemoryDiagnoser]
public class LimitBenchmarks
{
    private static readonly Period Twenty = new(20, PeriodUnit.WorkingDays);
    private static readonly Period Month = new(1, PeriodUnit.Months);
    private readonly WorkCalendar _calendar = WorkCalendar.National;
    private readonly DateOnly _received = new(2026, 2, 12);
    private readonly Pause[] _pauses = [new(new(2026, 2, 24), new(2026, 3, 10))];

    [Benchmark(Baseline = true)]
    public LimitDay TwentyWorkingDays() => Limit.LastDay(_received, Twenty, _calendar);

    [Benchmark]
    public LimitDay OneMonth() => Limit.LastDay(_received, Month, _calendar);

    [Benchmark]
    public LimitDay ReplyWithPause() => Article33ReplyPeriod.LastDay(_received, 20, _pauses, _calendar);

    [Benchmark]
    public LimitExplanation Explained() => Limit.Explain(_received, Twenty, _calendar);
}
