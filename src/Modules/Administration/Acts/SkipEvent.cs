using System.Globalization;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Leaves out one event that a handler cannot deal with, so that later ones are handed on (跳过一个事件).</summary>
[Permission(AdministrationPermissions.Deliveries)]
internal sealed class SkipEvent(Db db, Deliveries deliveries)
{
    /// <param name="handler">Stored name of the handler.</param>
    /// <param name="sequence">The event it stands at.</param>
    /// <param name="reason">Why its consequence may be missing.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(string handler, long sequence, string? reason, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("administration.reason-missing");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var outcome = await deliveries.Skip(handler, sequence, stop);
        if (!outcome.IsDone) return outcome;

        db.Record(this, new("delivery", Guid.Empty), string.Create(CultureInfo.InvariantCulture, $"{handler} #{sequence}：{reason.Trim()}"));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return Outcome.Done;
    }
}
