using Gongkai.Administration.Queries;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Takes entries of the record away as a file (导出操作记录).</summary>
[Permission(AdministrationPermissions.RecordExport)]
internal sealed class ExportRecord(Db db, RecordLines lines)
{
    /// <param name="filter">What is asked.</param>
    /// <param name="format">Kind of file, for the record.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The entries, read one by one while they are written.</returns>
    public async Task<Outcome<RecordStream>> Run(RecordFilter filter, string format, CancellationToken stop)
    {
        db.Record(this, new("record", Guid.Empty), filter.InWords() is { } asked ? $"{format}：{asked}" : format);
        await db.SaveChangesAsync(stop);
        return new RecordStream(lines.All(filter));
    }
}
