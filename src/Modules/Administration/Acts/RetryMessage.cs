using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Sends a message once more that could not be sent (重新发送).</summary>
[Permission(AdministrationPermissions.Deliveries)]
internal sealed class RetryMessage(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(Guid id, CancellationToken stop)
    {
        var outgoing = await db.Get<Outgoing>(id, stop);
        if (outgoing.AgainstDeciding().ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        outgoing.TryAgain(time.GetUtcNow());
        db.Record(this, new("message", id));
        return await db.Commit(stop);
    }
}
