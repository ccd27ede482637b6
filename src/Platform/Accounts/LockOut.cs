using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>
/// Locks the password of an account that somebody guesses at (锁定), each time for twice as long until a day passes quietly. A try is counted
/// before it is judged, so that many tries at once get no further than one after the other. Every step takes an id that names nothing as
/// well, and as long. Codes of the second factor are counted by <see cref="SecondFactors"/>: only who has shown the first one can guess them.
/// </summary>
public sealed class LockOut(Db db, SettingsStore settings, TimeProvider time)
{
    /// <summary>So long without a wrong password after the last one and its lock, and the next lock is a first one again.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(1);

    /// <summary>Counts a try.</summary>
    /// <returns>False where the account is locked or shut: the try must not be judged at all.</returns>
    public async Task<bool> Begin(Guid account, CancellationToken stop)
    {
        var (now, most) = (time.GetUtcNow(), (await settings.Get<SignInSettings>(stop)).Attempts);
        var quiet = now - Quiet;
        await Of(account).Where(a => a.LastFailedAt <= quiet && (a.LockoutEnd == null || a.LockoutEnd <= quiet)).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LastFailedAt, (DateTimeOffset?)null).SetProperty(a => a.LockSeries, 0).SetProperty(a => a.AccessFailedCount, 0), stop);
        return await Of(account)
            .Where(a => a.SuspendedAt == null && a.AccessFailedCount < most && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), stop) == 1;
    }

    /// <summary>Notes that the try was wrong; the last one allowed locks.</summary>
    /// <param name="account">The account.</param>
    /// <param name="isJudged">False where it was locked or shut, so that nothing was guessed: such tries do not keep a lock alive.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Until when the account is now locked; null where it is not.</returns>
    public async Task<DateTimeOffset?> Fail(Guid account, bool isJudged, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await Of(account).Where(_ => isJudged).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastFailedAt, now), stop);
        var rules = await settings.Get<SignInSettings>(stop);
        var series = await Of(account).Select(a => a.LockSeries).SingleOrDefaultAsync(stop);
        var (until, most) = (now + rules.LockAfter(series), rules.Attempts);
        var locked = await Of(account).Where(a => a.AccessFailedCount >= most && a.LockSeries == series).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, until).SetProperty(a => a.LockSeries, series + 1).SetProperty(a => a.AccessFailedCount, 0), stop);
        return locked == 1 ? until : null;
    }

    /// <summary>Takes a try back that was right but not the last step.</summary>
    public Task Undo(Guid account, CancellationToken stop) =>
        Of(account).Where(a => a.AccessFailedCount > 0).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount - 1), stop);

    /// <summary>Forgets every wrong try and every lock.</summary>
    public Task Clear(Guid account, CancellationToken stop) => Of(account).ExecuteUpdateAsync(
        set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.LastFailedAt, (DateTimeOffset?)null).SetProperty(a => a.LockSeries, 0).SetProperty(a => a.AccessFailedCount, 0), stop);

    private IQueryable<Account> Of(Guid account) => db.Set<Account>().Where(a => a.Id == account);
}
