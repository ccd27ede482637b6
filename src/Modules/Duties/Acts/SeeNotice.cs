using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Puts a notice aside once somebody of the organ has seen it.</summary>
[Permission(DutyPermissions.View)]
internal sealed class SeeNotice(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(Guid id, CancellationToken stop)
    {
        var notice = await db.Get<Notice>(id, stop);
        notice.See(time.GetUtcNow());
        db.Record(this, new("notice", id), null, notice.OrganId.Value);
        return await db.Commit(stop);
    }
}
