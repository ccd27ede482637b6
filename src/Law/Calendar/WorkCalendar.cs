using System.Reflection;

namespace Gongkai.Law.Calendar;

/// <summary>
/// Which days are worked (工作日). Keyed by day, not by the year of the notice. A year without an arrangement counts Monday to Friday and is not announced:
/// what runs into it is provisional. Immutable; a new arrangement makes a new calendar.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>First year that is counted in at all.</summary>
    public const int FirstYear = 2000;

    /// <summary>Last year that is counted in at all.</summary>
    public const int LastYear = 2099;

    private static readonly int Origin = FirstDay.DayNumber;
    private static readonly Lazy<WorkCalendar> Embedded = new(() => Of(EmbeddedNotices()));

    private readonly DayKind[] _kinds;
    private readonly Dictionary<int, string> _names = [];
    private readonly bool[] _announced = new bool[LastYear - FirstYear + 1];

    /// <summary>Working days up to and including each day.</summary>
    private readonly int[] _upTo;

    /// <summary>Offset of each working day, in order.</summary>
    private readonly int[] _workdays;

    /// <summary>Versions of the arrangements that a count from one year to the same or the next stands on: the usual cases, made once.</summary>
    private readonly string[] _versions;

    private WorkCalendar(IReadOnlyList<WorkdayNotice> notices)
    {
        Notices = notices;
        var length = LastDay.DayNumber - Origin + 1;
        _kinds = new DayKind[length];
        for (var i = 0; i < length; i++)
            _kinds[i] = DateOnly.FromDayNumber(Origin + i).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday;
        foreach (var notice in notices.OrderBy(n => n.Region is not null)) Apply(notice);

        _upTo = new int[length];
        var workdays = new List<int>(length);
        for (var i = 0; i < length; i++)
        {
            if (_kinds[i] is DayKind.Workday or DayKind.MakeUpWorkday) workdays.Add(i);
            _upTo[i] = workdays.Count;
        }

        _workdays = [.. workdays];
        _versions = new string[2 * (LastYear - FirstYear + 1)];
        for (var i = 0; i < _versions.Length; i++) _versions[i] = Versions(FirstYear + i / 2, FirstYear + i / 2 + i % 2);
    }

    /// <summary>First day that is counted in at all.</summary>
    public static DateOnly FirstDay => new(FirstYear, 1, 1);

    /// <summary>Last day that is counted in at all.</summary>
    public static DateOnly LastDay => new(LastYear, 12, 31);

    /// <summary>The State Council's arrangements that come with the program (law/workdays).</summary>
    public static WorkCalendar National => Embedded.Value;

    /// <summary>The arrangements it is made of, one per year and region, by year.</summary>
    public IReadOnlyList<WorkdayNotice> Notices { get; }

    /// <summary>Makes a calendar. Of several arrangements for one year and region the last given stands, so that an amended notice replaces the first.</summary>
    public static WorkCalendar Of(IEnumerable<WorkdayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var latest = new SortedDictionary<(int, string), WorkdayNotice>();
        foreach (var notice in notices) latest[(notice.Year, notice.Region ?? "")] = notice;
        return new([.. latest.Values]);
    }

    /// <summary>This calendar with one more arrangement, or with a newer one in place of that for the same year and region.</summary>
    public WorkCalendar With(WorkdayNotice notice) => Of(Notices.Append(notice));

    /// <summary>True when the State Council's arrangement for the year is known.</summary>
    public bool IsAnnounced(int year) => year is >= FirstYear and <= LastYear && _announced[year - FirstYear];

    /// <summary>True on a working day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public bool IsWorkday(DateOnly day) => _kinds[Offset(day)] is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>The day with the reason why it is worked or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public CalendarDay this[DateOnly day]
    {
        get
        {
            var offset = Offset(day);
            return new(day, _kinds[offset], _names.GetValueOrDefault(offset), IsAnnounced(day.Year));
        }
    }

    /// <summary>Number of working days in a range, both ends included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end lies outside the years counted in.</exception>
    public int Workdays(DateRange days)
    {
        var first = Offset(days.First);
        return _upTo[Offset(days.Last)] - (first == 0 ? 0 : _upTo[first - 1]);
    }

    /// <summary>The day itself when it is worked, else the first working day after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such day lies within the years counted in.</exception>
    public DateOnly WorkdayFrom(DateOnly day)
    {
        var offset = Offset(day);
        return At(_upTo[offset] - (_kinds[offset] is DayKind.Workday or DayKind.MakeUpWorkday ? 1 : 0));
    }

    /// <summary>The n-th working day after a day, which is not counted itself.</summary>
    /// <param name="day">Any day, worked or not.</param>
    /// <param name="count">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or leads beyond the years counted in.</exception>
    public DateOnly WorkdayAfter(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return At(_upTo[Offset(day)] + (long)count - 1);
    }

    /// <summary>A limit as counted in this calendar: whether it may still move, and which arrangements it stands on.</summary>
    /// <param name="from">First day the count looked at.</param>
    /// <param name="day">Last day, inclusive.</param>
    internal Limits.LimitDay Limit(DateOnly from, DateOnly day)
    {
        int first = from.Year, last = day.Year;
        var provisional = false;
        for (var year = first; year <= last; year++) provisional |= !_announced[year - FirstYear];
        return new(day, provisional, last - first <= 1 ? _versions[2 * (first - FirstYear) + last - first] : Versions(first, last));
    }

    private DateOnly At(long index) =>
        index < _workdays.Length ? DateOnly.FromDayNumber(Origin + _workdays[index])
        : throw new ArgumentOutOfRangeException(nameof(index), $"The count leads beyond {LastYear}, the last year of the calendar.");

    private static int Offset(DateOnly day)
    {
        var offset = day.DayNumber - Origin;
        return offset >= 0 && day.Year <= LastYear ? offset
            : throw new ArgumentOutOfRangeException(nameof(day), day, $"The calendar reaches from {FirstYear} to {LastYear}.");
    }

    private void Apply(WorkdayNotice notice)
    {
        if (notice.Region is null) _announced[notice.Year - FirstYear] = true;
        foreach (var off in notice.Off)
        {
            for (var day = off.Days.First; day <= off.Days.Last; day = day.AddDays(1)) Set(day, DayKind.Holiday, off.Name);
        }

        foreach (var worked in notice.MakeUp) Set(worked.Day, DayKind.MakeUpWorkday, worked.For);
    }

    private void Set(DateOnly day, DayKind kind, string name)
    {
        var offset = Offset(day);
        _kinds[offset] = kind;
        _names[offset] = name;
    }

    /// <summary>A year stands on its own arrangement and on the next one where that reaches back into it.</summary>
    private string Versions(int first, int last) => string.Join('+', Notices
        .Where(n => (n.Year >= first && n.Year <= last) || (n.Year == last + 1 && ReachesBack(n)))
        .Select(n => n.Version));

    private static bool ReachesBack(WorkdayNotice notice) =>
        notice.Off.Any(o => o.Days.First.Year < notice.Year) || notice.MakeUp.Any(m => m.Day.Year < notice.Year);

    private static IEnumerable<WorkdayNotice> EmbeddedNotices()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("law/workdays/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var read = WorkdayNoticeReader.Read(reader.ReadToEnd());
            yield return read.IsDone ? read.Made : throw new InvalidDataException($"{name}: {string.Join(", ", read.Refusals.Select(r => $"{r.Code} {string.Join(' ', r.Values)}"))}");
        }
    }
}
