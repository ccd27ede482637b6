using Gongkai.Law.Calendar;

namespace Gongkai.Duties.Contracts;

/// <summary>The work calendar of the site, for whoever counts working days.</summary>
public interface IWorkCalendars
{
    /// <summary>The calendar in force now: the program's own arrangements and those that the office imported.</summary>
    Task<WorkCalendar> Current(CancellationToken stop);
}
