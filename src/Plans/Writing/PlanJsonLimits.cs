using System.Text.Json;

namespace Gongkai.Plans.Writing;

/// <summary>Limits in JSON.</summary>
internal static class PlanJsonLimits
{
    /// <summary>Writes a task's limits: two fields for one limit or none, a list for several.</summary>
    /// <param name="json">Takes them.</param>
    /// <param name="task">The task.</param>
    /// <param name="within">The text that offsets count from.</param>
    public static void Write(Utf8JsonWriter json, PlanTask task, TextSpan within)
    {
        if (task.Limits.Count > 1)
        {
            json.WriteStartArray("deadlines");
            foreach (var limit in task.Limits)
            {
                json.WriteStartObject();
                json.Text("deadlineText", limit.Phrase);
                WriteFields(json, within, limit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            return;
        }

        var only = task.Limits.Count == 1 ? task.Limits[0] : null;
        json.Text("deadlineText", only?.Phrase);
        json.WriteStartObject("deadline");
        WriteFields(json, within, only);
        json.WriteEndObject();
    }

    /// <summary>The name of a kind; none where there is no limit.</summary>
    public static string Kind(LimitKind? kind) => kind switch
    {
        LimitKind.Date => "date",
        LimitKind.Periodic => "periodic",
        LimitKind.AfterEvent => "afterEvent",
        LimitKind.LongTerm => "longTerm",
        LimitKind.Irregular => "irregular",
        _ => "none",
    };

    /// <summary>The name of a rhythm.</summary>
    public static string? Period(Recurrence? recurrence) => recurrence switch
    {
        Recurrence.Unspecified => "unspecified",
        Recurrence.Daily => "daily",
        Recurrence.Weekly => "weekly",
        Recurrence.TenDays => "tenday",
        Recurrence.Monthly => "monthly",
        Recurrence.Quarterly => "quarterly",
        Recurrence.HalfYearly => "halfyearly",
        Recurrence.Semester => "semester",
        Recurrence.Yearly => "yearly",
        Recurrence.EveryNDays => "everyNDays",
        Recurrence.EveryNMonths => "everyNMonths",
        _ => null,
    };

    private static void WriteFields(Utf8JsonWriter json, TextSpan within, PlanLimit? limit)
    {
        json.Text("kind", Kind(limit?.Kind));
        json.Day("date", limit?.Date);
        json.Text("period", Period(limit?.Recurrence));
        json.Number("days", limit?.Days);
        json.Text("dayUnit", limit?.DayUnit switch { DayUnit.Calendar => "calendar", DayUnit.Working => "working", _ => null });
        json.Text("event", limit?.Event);
        if (limit is null) return;

        if (limit.StartDate is not null) json.Day("startDate", limit.StartDate);
        if (limit.Hours is not null) json.Number("hours", limit.Hours);
        if (limit.Months is not null) json.Number("months", limit.Months);
        if (limit.DayOfWeek is { } day) json.Text("dayOfWeek", day.ToString().ToLowerInvariant());
        if (limit.Season is not null) json.Text("season", limit.Season);
        if (limit.MinCount is not null) json.Number("minCount", limit.MinCount);
        if (limit.Aspects is not null) json.Number("aspects", limit.Aspects);
        if (limit.About is not null) json.Text("about", limit.About);
        if (limit.Implied) json.WriteBoolean("implied", true);
        var isInside = limit.Span.Start >= within.Start && limit.Span.End <= within.End;
        if (isInside) json.WriteNumber("offset", limit.Span.Start - within.Start);
        json.Span("span", limit.Span);
    }
}
