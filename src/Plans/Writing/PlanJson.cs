using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gongkai.Plans.Writing;

/// <summary>
/// Writes a read plan as JSON: the fields of the labelled documents it is measured against (title, issuer, year, tasks …),
/// and besides them spans, the finer roles and every doubt. Offsets are UTF-16 units in the source text; lines count from 1.
/// </summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one plan in UTF-8 without byte order mark, and a line break after it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Takes the JSON; left open.</param>
    public static void Write(Plan plan, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, Options)) Write(plan, json);
        output.WriteByte((byte)'\n');
    }

    private static void Write(Plan plan, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Text("source", plan.Source.Name);
        json.Text("title", plan.Title);
        json.Text("issuer", plan.Issuer);
        json.Number("year", plan.Year);
        json.Text("docNumber", plan.DocumentNumber);
        json.Day("publishedOn", plan.PublishedOn);
        json.Text("addressees", plan.Addressees);
        json.Text("releaseMark", plan.ReleaseMark);
        WriteDocuments(json, "effectiveReferences", plan.Documents.Where(document => !document.Planned));
        WriteDocuments(json, "plannedDocuments", plan.Documents.Where(document => document.Planned));

        json.WriteStartArray("tasks");
        foreach (var task in plan.Tasks)
        {
            PlanJsonTasks.WriteTask(json, task);
            json.FlushOften();
        }

        json.WriteEndArray();
        if (plan.TableTasks.Count > 0)
        {
            json.WriteStartArray("tableTasks");
            foreach (var task in plan.TableTasks)
            {
                PlanJsonTasks.WriteTableTask(json, plan, task);
                json.FlushOften();
            }

            json.WriteEndArray();
        }

        WriteDoubts(json, plan);
        json.WriteEndObject();
    }

    private static void WriteDocuments(Utf8JsonWriter json, string name, IEnumerable<CitedDocument> documents)
    {
        json.WriteStartArray(name);
        foreach (var document in documents)
        {
            json.WriteStartObject();
            json.Text("title", document.Title);
            json.Text("docNumber", document.DocumentNumber);
            json.WriteNumber("line", document.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDoubts(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("doubts");
        foreach (var doubt in plan.Source.Doubts.Concat(plan.Doubts).Distinct())
        {
            json.WriteStartObject();
            json.Text("code", doubt.Code);
            json.Span("span", doubt.Span);
            json.Number("task", doubt.Task);
            json.Texts("values", doubt.Values);
            json.Text("suggestion", doubt.Suggestion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
