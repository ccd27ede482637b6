using System.Text.Json;

namespace Gongkai.Plans.Writing;

/// <summary>Tasks in JSON.</summary>
internal static class PlanJsonTasks
{
    /// <summary>Writes a task of the narrative.</summary>
    public static void WriteTask(Utf8JsonWriter json, PlanTask task)
    {
        json.WriteStartObject();
        json.WriteNumber("n", task.Number);
        if (task.ItemNumber is not null) json.Text("number", task.ItemNumber);
        json.Texts("sectionPath", task.SectionPath);
        json.Text("text", task.Text);

        // In the labels whoever guides leads and whoever cooperates is responsible; the finer roles follow by themselves.
        WriteUnits(json, "lead", task, role => role is UnitRole.Lead or UnitRole.Guiding);
        WriteUnits(json, "responsible", task, role => role is UnitRole.Responsible or UnitRole.Cooperating);
        WriteNames(json, "guiding", task, UnitRole.Guiding);
        WriteNames(json, "cooperating", task, UnitRole.Cooperating);
        json.Text("unitText", task.UnitText);
        if (task.Units.Any(unit => unit.Duty is not null)) WriteAssignments(json, task);
        PlanJsonLimits.Write(json, task, task.Span);
        if (task.Truncated) json.WriteBoolean("truncated", true);
        WritePlace(json, task);
        json.WriteEndObject();
    }

    /// <summary>Writes a row of a breakdown table.</summary>
    public static void WriteTableTask(Utf8JsonWriter json, Plan plan, PlanTask task)
    {
        json.WriteStartObject();
        json.WriteNumber("n", task.Number);
        json.Number("narrativeTask", task.NarrativeTask);
        json.Texts("sectionPath", task.SectionPath);
        json.Text("text", task.Text);
        WriteAssignments(json, task);
        json.Text("assignmentText", task.UnitText);
        var cell = LimitCell(task);
        json.Text("deadlineCell", task.Limits.Count == 0 ? null : plan.Source[cell].ToString());
        PlanJsonLimits.Write(json, task, cell);
        json.Text("remark", null);
        if (task.Truncated) json.WriteBoolean("truncated", true);
        WritePlace(json, task);
        json.WriteEndObject();
    }

    // The limits of a row stand together in one cell.
    private static TextSpan LimitCell(PlanTask task) => task.Limits.Count == 0
        ? default
        : TextSpan.Between(task.Limits.Min(limit => limit.Span.Start), task.Limits.Max(limit => limit.Span.End));

    private static void WriteUnits(Utf8JsonWriter json, string name, PlanTask task, Func<UnitRole, bool> wanted)
    {
        var units = task.Units.Where(unit => wanted(unit.Role)).ToList();
        json.Texts(name, units.Select(unit => unit.Name));
        if (units.Exists(unit => unit.FullName != unit.Name)) json.Texts(name + "Full", units.Select(unit => unit.FullName));
    }

    private static void WriteNames(Utf8JsonWriter json, string name, PlanTask task, UnitRole role)
    {
        if (task.Units.Any(unit => unit.Role == role)) json.Texts(name, task.Units.Where(unit => unit.Role == role).Select(unit => unit.Name));
    }

    private static void WriteAssignments(Utf8JsonWriter json, PlanTask task)
    {
        json.WriteStartArray("assignments");
        foreach (var unit in task.Units)
        {
            json.WriteStartObject();
            json.Text("unit", unit.Name);
            if (unit.FullName != unit.Name) json.Text("unitFull", unit.FullName);
            json.Text("duty", unit.Duty);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, PlanTask task)
    {
        json.WriteStartArray("sourceLines");
        json.WriteNumberValue(task.Lines.First);
        json.WriteNumberValue(task.Lines.Last);
        json.WriteEndArray();
        json.Span("span", task.Span);
        if (task.Units.Count == 0) return;
        json.WriteStartArray("unitSpans");
        foreach (var unit in task.Units)
        {
            json.WriteStartObject();
            json.Text("unit", unit.Name);
            json.Text("role", Role(unit.Role));
            json.Span("span", unit.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Role(UnitRole role) => role switch
    {
        UnitRole.Lead => "lead",
        UnitRole.Guiding => "guiding",
        UnitRole.Cooperating => "cooperating",
        _ => "responsible",
    };
}
