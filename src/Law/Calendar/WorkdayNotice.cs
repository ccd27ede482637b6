namespace Gongkai.Law.Calendar;

/// <summary>A run of days off under one holiday, weekend days inside it included.</summary>
/// <param name="Name">Name of the holiday, such as 春节.</param>
/// <param name="Days">The days off, both ends included.</param>
public sealed record DaysOff(string Name, DateRange Days);

/// <summary>A weekend day declared a working day (调休上班日).</summary>
/// <param name="Day">The day.</param>
/// <param name="For">Name of the holiday it makes up for.</param>
public sealed record MakeUpWorkday(DateOnly Day, string For);

/// <summary>
/// One yearly arrangement of holidays (节假日安排) as announced, or a region's own days on top of it.
/// It speaks of its year, but may reach into the end of the year before: 2018-12-29 to 31 stand in the notice for 2019.
/// </summary>
public sealed record WorkdayNotice
{
    /// <summary>The year arranged.</summary>
    public required int Year { get; init; }

    /// <summary>Title of the notice.</summary>
    public required string Title { get; init; }

    /// <summary>Document number; null where our source gives none.</summary>
    public string? Number { get; init; }

    /// <summary>When it was announced, <c>yyyy-MM-dd</c>, or <c>yyyy-MM</c> where only the month is known.</summary>
    public required string Announced { get; init; }

    /// <summary>Day of the latest notice that changed it; null where none did.</summary>
    public DateOnly? Amended { get; init; }

    /// <summary>The region whose own days these are (民族自治地方 and the like); null for the State Council's arrangement.</summary>
    public string? Region { get; init; }

    /// <summary>Runs of days off.</summary>
    public required IReadOnlyList<DaysOff> Off { get; init; }

    /// <summary>Weekend days worked.</summary>
    public required IReadOnlyList<MakeUpWorkday> MakeUp { get; init; }

    /// <summary>Names this state of the arrangement, such as <c>2019@2019-03-22</c>: a limit kept with it can be told from one that must be computed again.</summary>
    public string Version =>
        $"{Year}{(Region is null ? "" : $"/{Region}")}@{(Amended is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : Announced)}";
}
