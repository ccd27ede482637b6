using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Queries;

/// <summary>How an account stands, in the order in which the first that holds is shown.</summary>
internal enum AccountState
{
    /// <summary>Shut by a security administrator.</summary>
    Shut,

    /// <summary>Locked for a time after wrong passwords or codes.</summary>
    Locked,

    /// <summary>No password yet: the one-time link was not used.</summary>
    Waiting,

    /// <summary>The password is one that somebody else chose.</summary>
    Temporary,

    /// <summary>Nothing stands in the way.</summary>
    Open,
}

/// <summary>One line of the list.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Login">Name to sign in with.</param>
/// <param name="Posts">Posts held today, in words; null for none.</param>
/// <param name="LastSignIn">When the person last signed in; null for never.</param>
/// <param name="HasFactor">True with a second factor.</param>
/// <param name="State">How it stands.</param>
/// <param name="LockedUntil">End of a lock; null where it is not locked.</param>
internal sealed record AccountLine(Guid Id, string Name, string Login, string? Posts, DateTimeOffset? LastSignIn, bool HasFactor, AccountState State, DateTimeOffset? LockedUntil);

/// <summary>One account with everything its page shows.</summary>
internal sealed record AccountView(AccountLine Line, DateTimeOffset? PasswordSetAt, DateTimeOffset? FactorSince, IReadOnlyList<Session> Sessions, IReadOnlyList<TimelineEntry> Events);

/// <summary>Reads accounts for the pages of the administrators.</summary>
internal sealed class AccountPages(Db db, IRights rights, Sessions sessions, SecondFactors factors, Timeline timeline, TimeProvider time)
{
    /// <summary>Lines a page of the list.</summary>
    public const int PageSize = 20;

    private const int Events = 60;

    /// <summary>One page of the list, by login.</summary>
    /// <param name="words">Part of a name or login; null for all.</param>
    /// <param name="state">Only accounts that stand so; null for all.</param>
    /// <param name="number">Page, from 1.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<(int Total, IReadOnlyList<AccountLine> Lines)> List(string? words, AccountState? state, int number, CancellationToken stop)
    {
        var found = Standing(db.Set<Account>().AsNoTracking(), state);
        if (words?.Trim() is { Length: > 0 } part)
        {
            var upper = part.ToUpperInvariant();
            found = found.Where(account => account.DisplayName.Contains(part) || account.NormalizedUserName!.Contains(upper));
        }
        var total = await found.CountAsync(stop);
        var shown = await found.OrderBy(account => account.NormalizedUserName).ThenBy(account => account.Id)
            .Skip((Math.Clamp(number, 1, Math.Max(1, (total + PageSize - 1) / PageSize)) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var lines = new List<AccountLine>();
        foreach (var account in shown) lines.Add(await Line(account, stop));
        return (total, lines);
    }

    /// <summary>One account.</summary>
    /// <exception cref="MissingException">There is none with this id.</exception>
    public async Task<AccountView> One(Guid id, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        return new(
            await Line(account, stop), account.PasswordSetAt, (await factors.Of(id, stop))?.Since,
            await sessions.Of(id, stop), await timeline.Of(Events, stop, new Subject("account", id)));
    }

    private IQueryable<Account> Standing(IQueryable<Account> accounts, AccountState? state)
    {
        var now = time.GetUtcNow();
        return state switch
        {
            AccountState.Shut => accounts.Where(account => account.SuspendedAt != null),
            AccountState.Locked => accounts.Where(account => account.SuspendedAt == null && (account.LockoutEnd > now || db.Set<SecondFactor>().Any(factor => factor.AccountId == account.Id && factor.LockedUntil > now))),
            AccountState.Waiting => accounts.Where(account => account.PasswordHash == null),
            AccountState.Temporary => accounts.Where(account => account.PasswordIsTemporary),
            AccountState.Open => accounts.Where(account => account.SuspendedAt == null && (account.LockoutEnd == null || account.LockoutEnd <= now) && account.PasswordHash != null && !account.PasswordIsTemporary
                && !db.Set<SecondFactor>().Any(factor => factor.AccountId == account.Id && factor.LockedUntil > now)),
            _ => accounts,
        };
    }

    private async Task<AccountLine> Line(Account account, CancellationToken stop)
    {
        var posts = (await rights.Of(account.Id, time.LocalDay(), stop)).Post;
        var now = time.GetUtcNow();
        var factor = account.TwoFactorEnabled ? await db.Set<SecondFactor>().Where(one => one.AccountId == account.Id).Select(one => one.LockedUntil).SingleOrDefaultAsync(stop) : null;
        var locked = new[] { account.LockoutEnd, factor }.Where(end => end > now).Max();
        var state = account.SuspendedAt is not null ? AccountState.Shut
            : locked is not null ? AccountState.Locked
            : account.PasswordHash is null ? AccountState.Waiting
            : account.PasswordIsTemporary ? AccountState.Temporary : AccountState.Open;
        return new(account.Id, account.DisplayName, account.UserName ?? "", posts, account.LastSignInAt, account.TwoFactorEnabled, state, locked);
    }
}
