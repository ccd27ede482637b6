using Gongkai.Administration.Queries;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Reads in the record (查阅操作记录). Who reads it stands in it too.</summary>
[Permission(AdministrationPermissions.RecordSearch)]
internal sealed class SearchRecord(Db db, RecordLines lines)
{
    /// <summary>Entries on a page.</summary>
    public const int Size = 50;

    /// <param name="filter">What is asked.</param>
    /// <param name="after">The entry before the first one wanted; null begins with the newest.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<RecordPage>> Run(RecordFilter filter, Guid? after, CancellationToken stop)
    {
        var page = await lines.Page(filter, after, Size, stop);
        db.Record(this, new("record", Guid.Empty), filter.InWords());
        await db.SaveChangesAsync(stop);
        return page;
    }
}
