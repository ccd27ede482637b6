using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.Duties.Queries;
using Gongkai.Plans;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Api;

/// <summary>What the plan's page shows, as JSON and CSV: same tasks, same filters, same states.</summary>
internal static class PlanData
{
    /// <summary>More pieces of evidence than a plan of a city gathers in a year.</summary>
    private const int MostEvidence = 20_000;

    private static readonly string[] Headings =
        ["序号", "原文序号", "章节", "小节", "任务内容", "牵头单位", "责任单位", "配合单位", "指导单位", "完成时限", "状态", "超期自", "公开佐证件数", "网页"];

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/plan/{year:int}.json", Json);
        site.MapGet("/plan/{year:int}.csv", Csv);
    }

    [Public]
    private static async Task<IResult> Json(int year, [AsParameters] Asked asked, HttpContext http, CancellationToken stop)
    {
        if (await asked.Read(year, stop) is not { } found) return Results.NotFound();

        var proof = (await asked.Proof.OfPlan(found.Shown.Plan.Id, MostEvidence, stop)).ToLookup(evidence => evidence.Duty);
        var plan = found.Shown.Plan;
        var record = new PlanRecord(
            plan.Year, plan.Title, plan.Issuer, plan.DocumentNumber, plan.PublishedOn, asked.Clock.Today, PlanFigures.Of(found.Tasks),
            [.. found.Tasks.Select(task => TaskRecord.Of(task, proof[task.Id], found.Shown.Address, asked.Words))]);
        var body = JsonSerializer.SerializeToUtf8Bytes(record, Form);
        return Unchanged(http, SHA256.HashData(body)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, "application/json; charset=utf-8");
    }

    [Public]
    private static async Task<IResult> Csv(int year, [AsParameters] Asked asked, HttpContext http, CancellationToken stop)
    {
        if (await asked.Read(year, stop) is not { } found) return Results.NotFound();

        var origin = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        IEnumerable<string> Lines() => found.Tasks.Select(task => Plans.Writing.Csv.Line(Cells(task, origin + found.Shown.Address.Task(task.Number), asked.Words))).Prepend(Plans.Writing.Csv.Line(Headings));
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Lines()) digest.AppendData(Encoding.UTF8.GetBytes(line));
        if (Unchanged(http, digest.GetHashAndReset())) return Results.StatusCode(StatusCodes.Status304NotModified);

        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=plan-{year}.csv");
        return Results.Stream(async output =>
        {
            await using var writer = new StreamWriter(output, Plans.Writing.Csv.Encoding, leaveOpen: true);
            foreach (var line in Lines()) await writer.WriteAsync(line.AsMemory(), stop);
        }, "text/csv; charset=utf-8");
    }

    private static string[] Cells(PublicTask task, string page, IStringLocalizer words) =>
    [
        task.Number.ToString(CultureInfo.InvariantCulture),
        task.ItemNumber ?? "",
        task.Chapter,
        task.Section,
        task.Text,
        Names(task, UnitRole.Lead),
        Names(task, UnitRole.Responsible),
        Names(task, UnitRole.Cooperating),
        Names(task, UnitRole.Guiding),
        task.GoverningLimits.Any() ? string.Join('；', task.GoverningLimits) : words["年度内"],
        words[$"state.{task.State}"],
        task.LateSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        task.EvidenceCount.ToString(CultureInfo.InvariantCulture),
        page,
    ];

    private static string Names(PublicTask task, UnitRole role) => string.Join('、', task.Lines.Where(line => line.Role == role).Select(line => line.Organ.Name));

    /// <summary>Marks the answer with the digest of its content; true when the visitor has that content already.</summary>
    private static bool Unchanged(HttpContext http, byte[] digest)
    {
        var tag = $"W/\"{Convert.ToHexStringLower(digest.AsSpan(0, 16))}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache"; // states change with the day: ask each time
        return http.Request.Headers.IfNoneMatch.SelectMany(given => (given ?? "").Split(',', StringSplitOptions.TrimEntries)).Any(given => given == tag || given == "*");
    }

    /// <summary>What both endpoints are asked, and where they read it.</summary>
    internal readonly record struct Asked(
        [FromQuery] string? Issuer, [FromQuery] string? Chapter, [FromQuery] string? Organ, [FromQuery] string? State,
        PublicPlans Plans, PublicPlan Tasks, PublicProof Proof, Clock Clock, IStringLocalizer<Words> Words)
    {
        public async Task<(PlanOnShow Shown, IReadOnlyList<PublicTask> Tasks)?> Read(int year, CancellationToken stop)
        {
            if (await Plans.Of(year, Issuer, stop) is not { } shown) return null;
            return (shown, [.. new PublicFilter(Chapter, Organ, State).Of(await Tasks.Tasks(shown.Plan.Id, null, null, stop))]);
        }
    }
}
