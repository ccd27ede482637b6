using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>
/// Locks an account that somebody guesses at (锁定), each time for twice as long. A try is counted before it is judged, so that many tries at
/// once get no further than one after the other. Every step takes an id that names nothing as well, and as long.
/// </summary>
public sealed class LockOut(Db db, SettingsStore settings, TimeProvider time)
{
    /// <summary>Counts a try.</summary>
    /// <returns>False where the account is locked or shut: the try must not be judged at all.</returns>
    public async Task<bool> Begin(Guid account, CancellationToken stop)
    {
        var (now, most) = (time.GetUtcNow(), (await settings.Get<SignInSettings>(stop)).Attempts);
        return await Of(account)
            .Where(a => a.SuspendedAt == null && a.AccessFailedCount < most && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), stop) == 1;
    }

    /// <summary>Notes that the try was wrong; the last one allowed locks.</summary>
    /// <returns>Until when the account is now locked; null where it is not.</returns>
    public async Task<DateTimeOffset?> Fail(Guid account, CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        var series = await Of(account).Select(a => a.LockSeries).SingleOrDefaultAsync(stop);
        var (until, most) = (time.GetUtcNow() + rules.LockAfter(series), rules.Attempts);
        var locked = await Of(account).Where(a => a.AccessFailedCount >= most && a.LockSeries == series).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, until).SetProperty(a => a.LockSeries, series + 1).SetProperty(a => a.AccessFailedCount, 0), stop);
        return locked == 1 ? until : null;
    }

    /// <summary>Takes a try back that was right but not the last step.</summary>
    public Task Undo(Guid account, CancellationToken stop) =>
        Of(account).Where(a => a.AccessFailedCount > 0).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount - 1), stop);

    /// <summary>Forgets every wrong try and every lock.</summary>
    public Task Clear(Guid account, CancellationToken stop) => Of(account).ExecuteUpdateAsync(
        set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.LockSeries, 0).SetProperty(a => a.AccessFailedCount, 0), stop);

    private IQueryable<Account> Of(Guid account) => db.Set<Account>().Where(a => a.Id == account);
}
