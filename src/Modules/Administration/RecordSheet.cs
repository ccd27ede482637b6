using System.Globalization;
using Gongkai.Plans.Writing;
using Gongkai.Platform.Audit;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration;

/// <summary>Writes entries of the record as tables that people take away. Cells never become formulas.</summary>
internal sealed class RecordSheet(ActNames names, TimeProvider time, IStringLocalizer<Words> words)
{
    private static readonly (string Heading, double Width)[] Columns =
    [
        ("时间", 20), ("人员", 12), ("岗位", 28), ("地址", 16), ("事项", 22), ("对象", 12), ("对象编号", 38), ("结果", 8), ("说明", 48), ("变动", 60),
    ];

    /// <summary>Writes CSV while the entries are read, so that a long record needs no more memory than a short one.</summary>
    public async Task WriteCsv(IAsyncEnumerable<AuditEntry> entries, Stream output, CancellationToken stop)
    {
        await using var writer = new StreamWriter(output, Csv.Encoding, leaveOpen: true);
        await writer.WriteAsync(Csv.Line(Columns.Select(column => words[column.Heading].Value)));
        await foreach (var entry in entries.WithCancellation(stop)) await writer.WriteAsync(Csv.Line(Cells(entry)));
    }

    /// <summary>Writes a workbook.</summary>
    /// <param name="entries">Entries, the newest first.</param>
    /// <param name="most">How many it holds at most, which its title says.</param>
    /// <param name="output">Takes the workbook; left open.</param>
    public void WriteWorkbook(IEnumerable<AuditEntry> entries, int most, Stream output) =>
        new Sheet(words["操作记录"], words["操作记录（自新至旧，最多 {0} 条）", most], [.. Columns.Select(column => new SheetColumn(words[column.Heading], column.Width))])
            .Write(entries.Select(entry => (IReadOnlyList<SheetCell>)[.. Cells(entry).Select(SheetCell.Of)]), output);

    private string[] Cells(AuditEntry entry) =>
    [
        TimeZoneInfo.ConvertTime(entry.At, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        entry.ActorName, entry.ActorPost ?? "", entry.Address ?? "", names.OfAct(entry.Act), names.OfKind(entry.SubjectKind),
        entry.SubjectId == Guid.Empty ? "" : entry.SubjectId.ToString(), words[$"result.{entry.Result}"], entry.Note ?? "", Changes(entry),
    ];

    private static string Changes(AuditEntry entry) =>
        string.Join('；', AuditChanges.Read(entry.Changes).Select(change => $"{change.Thing}.{change.Field}：{change.Before ?? "—"} → {change.After ?? "—"}"));
}
