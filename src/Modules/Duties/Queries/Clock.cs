using Gongkai.Law.Calendar;
using Gongkai.Law.Schedules;
using Gongkai.Platform.Settings;

namespace Gongkai.Duties.Queries;

/// <summary>The day on which somebody looks, and what follows from it for every state on the page.</summary>
internal sealed class Clock(TimeProvider time, Calendars calendars, SettingsStore settings)
{
    private DutyStates? _states;
    private WorkCalendar _calendar = WorkCalendar.National;

    /// <summary>Today in the site's time zone.</summary>
    public DateOnly Today => time.LocalDay();

    /// <summary>Today's rule of states.</summary>
    public async Task<DutyStates> States(CancellationToken stop)
    {
        if (_states is { } known) return known;
        var soon = Math.Clamp((await settings.Get<DutySettings>(stop)).SoonWorkdays, 0, 30);
        _calendar = await calendars.Current(stop);
        var states = new DutyStates(Today, soon == 0 ? Today : _calendar.WorkdayAfter(Today, soon));
        _states = states;
        return states;
    }

    /// <summary>Working days from tomorrow to a day, that day included; 0 where it is today or past. By the calendar that <see cref="States"/> loaded.</summary>
    public int WorkdaysUntil(DateOnly day) => Days.WorkdaysLeft(Today, day, _calendar);
}
