using System.Globalization;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Administration.Api;

/// <summary>The record as files: CSV of any length, a workbook of the newest entries.</summary>
internal static class RecordFiles
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>More rows than this make a workbook that office programs open slowly; CSV has them all.</summary>
    private const int MostInWorkbook = 50_000;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/console/record.csv", ExportCsv);
        site.MapGet("/console/record.xlsx", ExportWorkbook);
    }

    [Permission(AdministrationPermissions.RecordExport)]
    private static async Task<IResult> ExportCsv([AsParameters] RecordAddress asked, ExportRecord export, RecordSheet sheet, TimeProvider time, CancellationToken stop)
    {
        var entries = (await export.Run(asked.Filter, "CSV", stop)).Made.Entries;
        return Results.Stream(output => sheet.WriteCsv(entries, output, stop), "text/csv; charset=utf-8", Name(time, "csv"));
    }

    [Permission(AdministrationPermissions.RecordExport)]
    private static async Task<IResult> ExportWorkbook([AsParameters] RecordAddress asked, ExportRecord export, RecordSheet sheet, TimeProvider time, CancellationToken stop)
    {
        var entries = (await export.Run(asked.Filter, "XLSX", stop)).Made.Entries;
        var file = new MemoryStream();
        sheet.WriteWorkbook(entries.Take(MostInWorkbook).ToBlockingEnumerable(stop), MostInWorkbook, file);
        file.Position = 0;
        return Results.Stream(file, Workbook, Name(time, "xlsx"));
    }

    private static string Name(TimeProvider time, string ending) => string.Create(CultureInfo.InvariantCulture, $"操作记录（{time.LocalDay():yyyyMMdd}）.{ending}");

    /// <summary>The query of the record's page; what cannot be read counts as not asked.</summary>
    internal readonly record struct RecordAddress(
        [FromQuery] string? Person, [FromQuery] string? Act, [FromQuery] string? Kind, [FromQuery] string? Result, [FromQuery] string? Address, [FromQuery] string? From, [FromQuery] string? Until)
    {
        public RecordFilter Filter => new(
            Given(Person), Given(Act), Given(Kind), Enum.TryParse<AuditResult>(Result, ignoreCase: true, out var result) && Enum.IsDefined(result) ? result : null, Given(Address), Day(From), Day(Until));

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

        private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
