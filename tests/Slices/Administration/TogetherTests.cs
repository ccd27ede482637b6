using System.Data.Common;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>An act on an account, its entry and the end of sessions stand together or not at all, whoever comes in at the same time.</summary>
public sealed class TogetherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine("password")]
    [EachEngine("code")]
    public async Task A_sign_in_judged_before_a_reset_comes_to_nothing_after_it(Site site, string last)
    {
        var between = Between.On(site);
        var account = await site.AddAccount("li.qiang");
        var secret = last == "code" ? (await site.SetUpFactor(await site.SignIn("li.qiang"))).Secret : [];
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var person = await site.Visitor(follow: false);
        if (last == "code") await person.Try("li.qiang");
        var door = await person.Get(last == "code" ? "/sign-in/code" : "/sign-in");

        between.Do(() => site.As(Clerk.Holding("administration.accounts-keep")).Run((ResetPassword act) => act.Run(account.Id, "被人知道了", Stop)));
        await person.Submit(door, AtTheDoor.Form, last == "code" ? [("Code", site.CodeNow(secret))] : [("UserName", "li.qiang"), ("Password", Site.Password)]);

        Assert.True(between.IsDone);
        Assert.Equal(0, await Alive(site));
        Assert.Equal(System.Net.HttpStatusCode.Found, (await person.Get("/console/account")).Status);
    }

    [Theory, OnPostgreSql]
    public async Task A_session_that_begins_in_the_instant_of_a_reset_ends_with_it(Site site)
    {
        var meeting = Meeting.On(site);
        var account = await site.AddAccount("li.qiang");
        meeting.Arm();

        await Task.WhenAll(
            site.As(Actor.Public(null)).Run((SignIn act) => act.Run("li.qiang", Site.Password, null, Stop)),
            site.As(Clerk.Holding("administration.accounts-keep")).Run((ResetPassword act) => act.Run(account.Id, "被人知道了", Stop)));

        Assert.Equal(0, await Alive(site));
        Assert.Null((await site.Account("li.qiang")).PasswordHash);
    }

    [Theory, EachEngine]
    public async Task Of_a_reset_and_a_change_by_whoever_knows_the_old_password_the_reset_stays(Site site)
    {
        var between = Between.On(site);
        var account = await site.AddAccount("li.qiang");
        var thief = site.As(new(account.Id, "李强", null, [], []));

        between.Do(() => site.As(Clerk.Holding("administration.accounts-keep")).Run((ResetPassword act) => act.Run(account.Id, "被人知道了", Stop)));
        var changed = await thief.Run((ChangeOwnPassword act) => act.Run(Site.Password, "New-Horse-01", Stop));

        Assert.Equal("platform.changed-meanwhile", Assert.Single(changed.Refusals).Code);
        Assert.Null((await site.Account("li.qiang")).PasswordHash);
    }

    [Theory]
    [EachEngine("reset")]
    [EachEngine("factor")]
    [EachEngine("shut")]
    [EachEngine("unlock")]
    [EachEngine("end")]
    [EachEngine("end-own")]
    [EachEngine("choose")]
    [EachEngine("change")]
    [EachEngine("remove-own")]
    [EachEngine("unlink")]
    public async Task An_act_whose_entry_cannot_be_stored_changes_nothing(Site site, string which)
    {
        var failing = Failing.On(site);
        var account = await site.AddAccount("li.qiang");
        await site.SetUpFactor(await site.SignIn("li.qiang"));
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));
        var secret = which == "choose" ? (await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop))).Made.Secret! : "";
        await site.AsSystem().Run(async (Beginning act) => await act.Run(account.Id));
        await site.Change("li.qiang", one => one.LockoutEnd = site.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        await site.AsSystem().Run(async (Linking act) => await act.Run(account.Id));
        var before = await Everything(site);
        var own = site.As(new(account.Id, "李强", null, [], []));

        failing.Arm();
        await Assert.ThrowsAsync<InvalidOperationException>(() => which switch
        {
            "reset" => keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop)),
            "factor" => keeper.Run((RemoveFactor act) => act.Run(account.Id, "丢失", Stop)),
            "shut" => keeper.Run((ShutAccount act) => act.Run(account.Id, "调离", Stop)),
            "unlock" => keeper.Run((UnlockAccount act) => act.Run(account.Id, "来电", Stop)),
            "end" => keeper.Run((EndSessions act) => act.Run(account.Id, "丢失", Stop)),
            "end-own" => own.Run((EndOwnSessions act) => act.Run(null, Stop)),
            "choose" => site.As(Actor.Public(null)).Run((ChoosePassword act) => act.Run(secret, "New-Horse-01", Stop)),
            "change" => own.Run((ChangeOwnPassword act) => act.Run(Site.Password, "New-Horse-01", Stop)),
            "unlink" => own.Run((LinkOwnProvider act) => act.Run(null, "", Site.Password, Stop)),
            _ => (Task)own.Run((RemoveOwnFactor act) => act.Run(Site.Password, Stop)),
        });

        Assert.Equal(before, await Everything(site));
    }

    private static async Task<string> Everything(Site site) => await site.AsSystem().Run(async (Db db) => string.Join('|',
    [
        .. (await db.Set<Account>().AsNoTracking().ToListAsync(Stop)).Select(one => $"{one.PasswordHash} {one.LockoutEnd:o} {one.SuspendedAt:o} {one.TwoFactorEnabled} {one.SecurityStamp}"),
        $"{await db.Set<SecondFactor>().CountAsync(Stop)} {await db.Set<RecoveryCode>().CountAsync(Stop)} {await db.Set<IdentityUserLogin<Guid>>().CountAsync(Stop)}",
        $"{await db.Set<Session>().CountAsync(session => session.EndedAt == null, Stop)} {await db.Set<OneTimeLink>().CountAsync(link => link.UsedAt == null, Stop)}",
    ]));

    private static Task<int> Alive(Site site) => site.AsSystem().Run((Db db) => db.Set<Session>().CountAsync(session => session.EndedAt == null, Stop));

    private sealed class Linking(Db db)
    {
        public Task<int> Run(Guid account)
        {
            db.Add(new IdentityUserLogin<Guid> { LoginProvider = "https://id.example.cn", ProviderKey = "person-1", UserId = account });
            return db.SaveChangesAsync(Stop);
        }
    }

    private sealed class Beginning(Sessions sessions, Db db)
    {
        public Task<int> Run(Guid account)
        {
            sessions.Begin(account, null, null, byProvider: false);
            return db.SaveChangesAsync(Stop);
        }
    }

    /// <summary>Lets something happen between what an act has judged and the transaction in which it changes anything.</summary>
    private sealed class Between : DbTransactionInterceptor
    {
        private Func<Task>? _then;

        public bool IsDone { get; private set; }

        public static Between On(Site site)
        {
            var between = new Between();
            site.With(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(between)));
            return between;
        }

        public void Do(Func<Task> then) => _then = then;

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref _then, null) is { } then)
            {
                await then();
                IsDone = true;
            }
            return result;
        }
    }

    /// <summary>Lets the next save fail.</summary>
    private sealed class Failing : SaveChangesInterceptor
    {
        private bool _armed;

        public static Failing On(Site site)
        {
            var failing = new Failing();
            site.With(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(failing)));
            return failing;
        }

        public void Arm() => _armed = true;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            _armed ? throw new InvalidOperationException("The disk is full.") : ValueTask.FromResult(result);
    }
}
