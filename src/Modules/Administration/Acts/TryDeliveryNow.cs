using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Lets a handler that failed be tried at once (立即重试).</summary>
[Permission(AdministrationPermissions.Deliveries)]
internal sealed class TryDeliveryNow(Db db, Deliveries deliveries)
{
    public async Task<Outcome> Run(string handler, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await deliveries.TryNow(handler, stop);
        db.Record(this, new("delivery", Guid.Empty), handler);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return Outcome.Done;
    }
}
