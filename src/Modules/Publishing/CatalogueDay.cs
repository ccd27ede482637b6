using System.Globalization;
using Gongkai.Publishing.Catalogue;

namespace Gongkai.Publishing;

/// <summary>Reads the day out of an address (目录截至某日).</summary>
internal static class CatalogueDay
{
    /// <param name="text">The day as <c>2026-03-01</c>; null or empty for today.</param>
    /// <param name="time">Tells today.</param>
    /// <returns>Null where it is no day, or one that no catalogue reaches.</returns>
    public static DateOnly? Read(string? text, TimeProvider time)
    {
        if (string.IsNullOrEmpty(text)) return time.LocalDay();
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && !CatalogueItem.OutsideCalendar(day) ? day : null;
    }
}
