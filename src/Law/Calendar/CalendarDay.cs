namespace Gongkai.Law.Calendar;

/// <summary>Why a day is worked or not.</summary>
public enum DayKind : byte
{
    /// <summary>Monday to Friday, worked.</summary>
    Workday,

    /// <summary>Saturday or Sunday, off.</summary>
    Weekend,

    /// <summary>Off by an arrangement of holidays.</summary>
    Holiday,

    /// <summary>Weekend day declared a working day (调休上班日).</summary>
    MakeUpWorkday,
}

/// <summary>A day as the calendar sees it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">Why it is worked or not.</param>
/// <param name="Holiday">Name of the holiday that makes it off or that it makes up for; null otherwise.</param>
/// <param name="Announced">False in a year whose arrangement is not known: then only weekends are off.</param>
public readonly record struct CalendarDay(DateOnly Day, DayKind Kind, string? Holiday, bool Announced)
{
    /// <summary>True on a working day.</summary>
    public bool IsWorkday => Kind is DayKind.Workday or DayKind.MakeUpWorkday;
}
