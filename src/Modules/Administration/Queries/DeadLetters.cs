using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Queries;

/// <summary>A message that could not be sent, without what it says.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Way">How it was to be sent.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="To">Name of the person, or of the webhook.</param>
/// <param name="At">When it was stored.</param>
/// <param name="Attempts">Tries.</param>
/// <param name="Problem">What the last try said.</param>
internal sealed record DeadLetter(Guid Id, Way Way, string Kind, string To, DateTimeOffset At, int Attempts, string? Problem);

/// <summary>Messages that leave the house, as the person sees them who looks after sending.</summary>
internal sealed class DeadLetters(Db db)
{
    private const int Most = 200;

    /// <summary>What nobody has decided about, the newest first; at most two hundred.</summary>
    public async Task<IReadOnlyList<DeadLetter>> Dead(CancellationToken stop)
    {
        var dead = await (
            from outgoing in db.Set<Outgoing>().AsNoTracking()
            where outgoing.State == OutgoingState.Dead
            join account in db.Set<Account>() on outgoing.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby outgoing.DueAt descending, outgoing.Id
            select new { Outgoing = outgoing, Person = account == null ? null : account.DisplayName }).Take(Most).ToListAsync(stop);
        return [.. dead.Select(one => new DeadLetter(one.Outgoing.Id, one.Outgoing.Way, one.Outgoing.Kind, one.Outgoing.Target ?? one.Person ?? "—", one.Outgoing.At, one.Outgoing.Attempts, one.Outgoing.Problem))];
    }

    /// <summary>How many wait to be sent.</summary>
    public Task<int> Waiting(CancellationToken stop) => db.Set<Outgoing>().CountAsync(outgoing => outgoing.State == OutgoingState.Waiting, stop);
}
