using Gongkai.Administration.Queries;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Reads one entry of the record with what changed (查看一条操作记录).</summary>
[Permission(AdministrationPermissions.RecordSearch)]
internal sealed class OpenRecordEntry(Db db, RecordLines lines)
{
    public async Task<Outcome<AuditEntry>> Run(Guid id, CancellationToken stop)
    {
        var entry = await lines.One(id, stop);
        db.Record(this, new("record", id));
        await db.SaveChangesAsync(stop);
        return entry;
    }
}
