using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Leaves a message unsent for good (不再发送).</summary>
[Permission(AdministrationPermissions.Deliveries)]
internal sealed class GiveUpMessage(Db db)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var outgoing = await db.Get<Outgoing>(id, stop);
        var reasons = outgoing.AgainstDeciding().ToList();
        if (string.IsNullOrWhiteSpace(reason)) reasons.Add(new("administration.reason-missing"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        outgoing.GiveUp();
        db.Record(this, new("message", id), reason!.Trim());
        return await db.Commit(stop);
    }
}
