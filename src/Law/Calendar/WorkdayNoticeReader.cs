using System.Globalization;
using System.Text.Json;

namespace Gongkai.Law.Calendar;

/// <summary>Reads an arrangement from JSON in the form of law/workdays/2026.json; input of an administrator, so every fault is a value.</summary>
/// <remarks>
/// Refusals carry the place in the file (<c>off[2].first</c>) and what stands there. Codes: <c>law.workdays-not-json</c>, <c>law.workdays-missing</c>,
/// <c>law.workdays-unknown</c>, <c>law.workdays-not-text</c>, <c>law.workdays-bad-year</c>, <c>law.workdays-bad-date</c>, <c>law.workdays-other-year</c>, <c>law.workdays-reversed</c>,
/// <c>law.workdays-too-long</c>, <c>law.workdays-overlap</c>, <c>law.workdays-not-weekend</c>, <c>law.workdays-worked-and-off</c>, <c>law.workdays-twice</c>.
/// </remarks>
public static class WorkdayNoticeReader
{
    /// <summary>Longest run of days off that is believed; the longest so far were ten days.</summary>
    private const int LongestRun = 20;

    private static readonly string[] Fields = ["year", "title", "number", "announced", "amended", "region", "off", "makeUp"];

    /// <summary>Reads one arrangement.</summary>
    /// <param name="json">Text of the file.</param>
    /// <returns>The arrangement, or every fault found.</returns>
    public static Outcome<WorkdayNotice> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            List<Refusal> faults = [];
            var notice = Read(document.RootElement, faults);
            return faults.Count == 0 && notice is not null ? notice : Outcome.Refused(faults);
        }
        catch (JsonException fault)
        {
            return Outcome.Refused("law.workdays-not-json", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1);
        }
    }

    private static WorkdayNotice? Read(JsonElement root, List<Refusal> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add(Fault("law.workdays-not-json", 1, 1));
            return null;
        }

        HashSet<string> seen = [];
        foreach (var field in root.EnumerateObject())
        {
            if (!Fields.Contains(field.Name)) faults.Add(Fault("law.workdays-unknown", field.Name));
            else if (!seen.Add(field.Name)) faults.Add(Fault("law.workdays-twice", field.Name, field.Name));
        }

        var year = Year(root, faults);
        var title = Text(root, "title", "title", faults);
        var number = Text(root, "number", "number", faults, needed: false);
        var region = Text(root, "region", "region", faults, needed: false);
        var announced = Announced(root, faults);
        var amended = Day(root, "amended", "amended", null, faults, needed: false);
        var off = Off(root, year, faults);
        var makeUp = MakeUp(root, year, faults);
        CheckTogether(off, makeUp, faults);
        return faults.Count > 0 ? null : new()
        {
            Year = year!.Value,
            Title = title!,
            Number = number,
            Region = region,
            Announced = announced!,
            Amended = amended,
            Off = off,
            MakeUp = makeUp,
        };
    }

    private static int? Year(JsonElement root, List<Refusal> faults)
    {
        if (!root.TryGetProperty("year", out var value))
        {
            faults.Add(Fault("law.workdays-missing", "year"));
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var year) && year is >= WorkCalendar.FirstYear + 1 and <= WorkCalendar.LastYear) return year;
        faults.Add(Fault("law.workdays-bad-year", "year", value.GetRawText()));
        return null;
    }

    private static string? Announced(JsonElement root, List<Refusal> faults)
    {
        var text = Text(root, "announced", "announced", faults);
        if (text is not null
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && !DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            faults.Add(Fault("law.workdays-bad-date", "announced", text));
        return text;
    }

    private static List<DaysOff> Off(JsonElement root, int? year, List<Refusal> faults)
    {
        List<DaysOff> off = [];
        foreach (var (place, entry) in Entries(root, "off", faults))
        {
            Known(entry, place, ["name", "first", "last"], faults);
            var name = Text(entry, "name", $"{place}.name", faults);
            var first = Day(entry, "first", $"{place}.first", year, faults);
            var last = Day(entry, "last", $"{place}.last", year, faults);
            if (name is null || first is not { } from || last is not { } to) continue;
            if (to < from) faults.Add(Fault("law.workdays-reversed", place, Iso(from), Iso(to)));
            else if (to.DayNumber - from.DayNumber >= LongestRun) faults.Add(Fault("law.workdays-too-long", place, to.DayNumber - from.DayNumber + 1));
            else off.Add(new(name, new(from, to)));
        }

        return off;
    }

    private static List<MakeUpWorkday> MakeUp(JsonElement root, int? year, List<Refusal> faults)
    {
        List<MakeUpWorkday> makeUp = [];
        foreach (var (place, entry) in Entries(root, "makeUp", faults))
        {
            Known(entry, place, ["day", "for"], faults);
            var holiday = Text(entry, "for", $"{place}.for", faults);
            if (Day(entry, "day", $"{place}.day", year, faults) is not { } day || holiday is null) continue;
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) faults.Add(Fault("law.workdays-not-weekend", $"{place}.day", Iso(day)));
            else makeUp.Add(new(day, holiday));
        }

        return makeUp;
    }

    private static void CheckTogether(List<DaysOff> off, List<MakeUpWorkday> makeUp, List<Refusal> faults)
    {
        var sorted = off.OrderBy(o => o.Days.First).ToList();
        foreach (var (one, next) in sorted.Zip(sorted.Skip(1)))
            if (next.Days.First <= one.Days.Last) faults.Add(Fault("law.workdays-overlap", one.Name, next.Name, Iso(next.Days.First)));
        foreach (var day in makeUp.Where(m => off.Any(o => o.Days.Contains(m.Day)))) faults.Add(Fault("law.workdays-worked-and-off", Iso(day.Day)));
        foreach (var twice in makeUp.GroupBy(m => m.Day).Where(g => g.Count() > 1)) faults.Add(Fault("law.workdays-twice", "makeUp", Iso(twice.Key)));
    }

    private static IEnumerable<(string Place, JsonElement Entry)> Entries(JsonElement root, string field, List<Refusal> faults)
    {
        if (!root.TryGetProperty(field, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            faults.Add(Fault("law.workdays-missing", field));
            yield break;
        }

        var index = 0;
        foreach (var entry in list.EnumerateArray())
        {
            var place = $"{field}[{index++}]";
            if (entry.ValueKind == JsonValueKind.Object) yield return (place, entry);
            else faults.Add(Fault("law.workdays-missing", place));
        }
    }

    private static void Known(JsonElement entry, string place, string[] fields, List<Refusal> faults)
    {
        foreach (var field in entry.EnumerateObject().Where(f => !fields.Contains(f.Name))) faults.Add(Fault("law.workdays-unknown", $"{place}.{field.Name}"));
    }

    private static string? Text(JsonElement element, string field, string place, List<Refusal> faults, bool needed = true)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (needed) faults.Add(Fault("law.workdays-missing", place));
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        faults.Add(Fault("law.workdays-not-text", place, value.GetRawText()));
        return null;
    }

    /// <summary>A day; one of the arrangement must lie in its year or in the December before.</summary>
    private static DateOnly? Day(JsonElement element, string field, string place, int? year, List<Refusal> faults, bool needed = true)
    {
        if (Text(element, field, place, faults, needed) is not { } text) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults.Add(Fault("law.workdays-bad-date", place, text));
            return null;
        }

        if (year is not { } arranged || day.Year == arranged || (day.Year == arranged - 1 && day.Month == 12)) return day;
        faults.Add(Fault("law.workdays-other-year", place, text, arranged));
        return null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Refusal Fault(string code, params IReadOnlyList<object> values) => new(code) { Values = values };
}
