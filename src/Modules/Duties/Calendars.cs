using System.Collections.Concurrent;
using Gongkai.Duties.Contracts;
using Gongkai.Law.Calendar;
using Gongkai.Platform.Settings;

namespace Gongkai.Duties;

/// <summary>Arrangements that the office has imported on top of those that came with the program (放假安排、地方假日).</summary>
internal sealed record CalendarSettings
{
    /// <summary>Arrangements as imported, in the order of import; a later one for the same year and region stands.</summary>
    public IReadOnlyList<string> Imported { get; init; } = [];
}

/// <summary>The work calendar in force: the program's own arrangements and those that the office imported.</summary>
internal sealed class Calendars(SettingsStore settings) : IWorkCalendars
{
    /// <summary>Making a calendar lays out a century of days; the few that are in use are kept.</summary>
    private static readonly ConcurrentDictionary<string, WorkCalendar> Made = new();

    /// <inheritdoc/>
    public async Task<WorkCalendar> Current(CancellationToken stop)
    {
        var imported = (await settings.Get<CalendarSettings>(stop)).Imported;
        return imported.Count == 0 ? WorkCalendar.National : Made.GetOrAdd(string.Join('\0', imported), _ => Make(imported));
    }

    /// <summary>Reads an arrangement; the reasons against it where it cannot be read.</summary>
    public static Outcome<WorkdayNotice> Read(string json) => WorkdayNoticeReader.Read(json);

    private static WorkCalendar Make(IReadOnlyList<string> imported) =>
        imported.Select(Read).Where(read => read.IsDone).Aggregate(WorkCalendar.National, (calendar, read) => calendar.With(read.Made));
}
