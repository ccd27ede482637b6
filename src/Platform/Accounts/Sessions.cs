using System.Linq.Expressions;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>A session that is alive, with what its person must settle before anything else.</summary>
/// <param name="Id">The session.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="ByProvider">True where an identity provider vouched for the person.</param>
/// <param name="OwesPassword">True where the password must be changed first.</param>
/// <param name="HasFactor">True where the person has a second factor.</param>
/// <param name="Rules">The rules in force.</param>
public sealed record LiveSession(Guid Id, Guid AccountId, string Name, bool ByProvider, bool OwesPassword, bool HasFactor, SignInSettings Rules);

/// <summary>Begins, judges and ends sessions. The cookie only names one; whether it still holds is asked here with every request.</summary>
public sealed class Sessions(Db db, SettingsStore settings, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int LongestBrowser = 300;

    /// <summary>Begins one; it is stored with the present act.</summary>
    public Session Begin(Guid account, string? address, string? browser, bool byProvider)
    {
        var shown = browser is { Length: > LongestBrowser } ? browser[..LongestBrowser] : browser;
        var begun = new Session(NewId.At(time), account, time.GetUtcNow(), address, shown, byProvider);
        db.Add(begun);
        return begun;
    }

    /// <summary>Judges the session that a cookie names, and notes that it was seen, at most once a minute.</summary>
    /// <returns>Null where it was ended, ran out, or its account is shut.</returns>
    public async Task<LiveSession?> Check(Guid id, CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        var now = time.GetUtcNow();
        var found = await (
            from session in db.Set<Session>().Where(Alive(rules, now))
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where session.Id == id && account.SuspendedAt == null
            select new { session.SeenAt, session.ByProvider, account.Id, account.DisplayName, account.PasswordIsTemporary, account.PasswordSetAt, account.TwoFactorEnabled }).SingleOrDefaultAsync(stop);
        if (found is null) return null;

        if (now - found.SeenAt >= Minute)
            await db.Set<Session>().Where(session => session.Id == id && session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), stop);
        var isOld = rules.MaximumAgeDays > 0 && found.PasswordSetAt is { } chosen && now - chosen >= TimeSpan.FromDays(rules.MaximumAgeDays);
        return new(id, found.Id, found.DisplayName, found.ByProvider, !found.ByProvider && (found.PasswordIsTemporary || isOld), found.TwoFactorEnabled, rules);
    }

    /// <summary>The sessions of an account that are alive, the latest first, at most 100.</summary>
    public async Task<IReadOnlyList<Session>> Of(Guid account, CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        return await db.Set<Session>().AsNoTracking().Where(session => session.AccountId == account).Where(Alive(rules, time.GetUtcNow()))
            .OrderByDescending(session => session.SeenAt).ThenByDescending(session => session.Id).Take(100).ToListAsync(stop);
    }

    /// <summary>Ends one session of an account, at once.</summary>
    /// <returns>False where the account has no such session.</returns>
    public async Task<bool> End(Guid account, Guid id, CancellationToken stop) => await End(session => session.AccountId == account && session.Id == id, stop) > 0;

    /// <summary>Ends every session of an account, at once.</summary>
    /// <param name="account">The account.</param>
    /// <param name="except">The one that goes on; null for none.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>How many were not ended yet.</returns>
    public Task<int> EndAll(Guid account, Guid? except, CancellationToken stop) => End(session => session.AccountId == account && session.Id != except, stop);

    private Task<int> End(Expression<Func<Session, bool>> which, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return db.Set<Session>().Where(which).Where(session => session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), stop);
    }

    private static Expression<Func<Session, bool>> Alive(SignInSettings rules, DateTimeOffset now)
    {
        var (seen, started) = (now.AddMinutes(-rules.IdleMinutes), now.AddHours(-rules.AbsoluteHours));
        return session => session.EndedAt == null && session.SeenAt > seen && session.StartedAt > started;
    }
}
