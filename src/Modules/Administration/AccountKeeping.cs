using Gongkai.Administration.Acts;
using Gongkai.Administration.Contracts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration;

/// <summary>The acts on accounts as the command line carries them out: each goes to its act and adds nothing but a reason.</summary>
internal sealed class AccountKeeping(
    Db db, UserManager<Account> accounts, AccountPages pages, OpenAccount open, ResetPassword reset, RemoveFactor removeFactor, UnlockAccount unlock, EndSessions end, OneTimeLinks links, IStringLocalizer<Words> words) : IAccountKeeping
{
    private const string Reason = "由服务器管理人员用命令行办理";

    public async Task<IReadOnlyList<KnownAccount>> List(CancellationToken stop)
    {
        var known = new List<KnownAccount>();
        for (var (number, total) = (1, 1); known.Count < total; number++)
        {
            (total, var lines) = await pages.List(words: null, state: null, number, stop);
            if (lines.Count == 0) break;
            known.AddRange(lines.Select(line => new KnownAccount(line.Login, line.Name, line.Posts, line.LastSignIn, words[$"state.{line.State}"])));
        }
        return known;
    }

    public async Task<Outcome<(Guid Id, string Address)>> Open(string login, string name, CancellationToken stop)
    {
        var opened = await open.Run(login, name, stop);
        return opened.IsDone ? (opened.Made.Id, Links.Password(opened.Made.Secret)) : Outcome.Refused(opened.Refusals);
    }

    public async Task<Outcome<string>> Reset(string login, CancellationToken stop)
    {
        if (await Find(login) is not { } id) return Unknown(login);
        var made = await reset.Run(id, Reason, stop);
        return made.IsDone ? Links.Password(made.Made.Secret!) : Outcome.Refused(made.Refusals);
    }

    public async Task<Outcome> RemoveFactor(string login, CancellationToken stop) => await Find(login) is { } id ? await removeFactor.Run(id, Reason, stop) : Unknown(login);

    public async Task<Outcome> Unlock(string login, CancellationToken stop) => await Find(login) is { } id ? await unlock.Run(id, Reason, stop) : Unknown(login);

    public async Task<Outcome> EndSessions(string login, CancellationToken stop) => await Find(login) is { } id ? await end.Run(id, Reason, stop) : Unknown(login);

    public async Task<string?> OfferSetUp(CancellationToken stop)
    {
        if (await db.Set<Account>().AnyAsync(stop)) return null;
        var secret = await links.Make(LinkPurpose.Setup, account: null, stop);
        await db.SaveChangesAsync(stop);
        return Links.SetUp(secret);
    }

    private static Outcome Unknown(string login) => Outcome.Refused("administration.no-such-login", login);

    private async Task<Guid?> Find(string login) => (await accounts.FindByNameAsync(login))?.Id;
}
