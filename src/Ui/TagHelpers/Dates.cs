using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Ui.TagHelpers;

/// <summary>The <c>time</c> element of a day or an instant.</summary>
internal static class Dates
{
    /// <summary>The element, shown on the clock of a zone.</summary>
    public static TagBuilder Element(object value, TimeZoneInfo zone) =>
        Html.Tag("time", Shown(value, zone), "n").With("datetime", Machine(value));

    /// <summary>The form people read; a dash for null.</summary>
    public static string Shown(object? value, TimeZoneInfo zone) => value switch
    {
        null => "—",
        DateOnly day => DateText.Day(day),
        DateTimeOffset instant => DateText.Minute(instant, zone),
        _ => throw Unknown(value),
    };

    /// <summary>The form programs read.</summary>
    public static string Machine(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => throw Unknown(value),
    };

    private static ArgumentException Unknown(object value) => new($"A local date is a DateOnly or a DateTimeOffset, not {value.GetType().Name}.");
}
