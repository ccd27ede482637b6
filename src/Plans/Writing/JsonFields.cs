using System.Globalization;
using System.Text.Json;

namespace Gongkai.Plans.Writing;

/// <summary>Fields that may be null, and lists, in one call each.</summary>
internal static class JsonFields
{
    private const int Often = 1 << 16;

    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is null) json.WriteNull(name);
        else json.WriteString(name, Sound(text));
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(Sound(text));
        json.WriteEndArray();
    }

    public static void Number(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    public static void Day(this Utf8JsonWriter json, string name, DateOnly? day) => json.Text(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A span as its start and end, the end exclusive.</summary>
    public static void Span(this Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    /// <summary>Passes on what is written when there is enough of it, so that a large plan never stands in memory twice.</summary>
    public static void FlushOften(this Utf8JsonWriter json)
    {
        if (json.BytesPending >= Often) json.Flush();
    }

    // Half a surrogate pair, as broken files hold it, cannot be written as UTF-8.
    private static string Sound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
