using System.Net;
using Gongkai.Administration.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Slices.Organs;
using Gongkai.Slices.Platform;
using Gongkai.Slices.Shield;
using Gongkai.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>Who takes a proof away decides who comes in: nobody becomes another that way, and the person hears of it.</summary>
public sealed class TakingProofsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine("administration.record-search")]
    [EachEngine("administration.accounts-open")]
    [EachEngine("administration.accounts-keep")]
    [EachEngine("organs.appoint")]
    public async Task Of_an_administrator_are_taken_on_the_machine_alone(Site site, string right)
    {
        var account = await site.AddAccount("li.qiang", right);
        await site.SetUpFactor(await site.SignIn("li.qiang"));
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));

        Assert.Equal("administration.on-the-machine", (await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop))).Refusals.Single().Code);
        Assert.Equal("administration.on-the-machine", (await keeper.Run((RemoveFactor act) => act.Run(account.Id, "手机丢失", Stop))).Refusals.Single().Code);
        Assert.NotNull((await site.Account("li.qiang")).PasswordHash);
        var page = await (await site.SignedIn("administration.accounts-view", "administration.accounts-keep")).Get($"/console/accounts/{account.Id}");
        Assert.Contains("gongkai user reset", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("form[action$='handler=Reset'], form[action$='handler=Factor']"));
        Assert.NotEmpty(page.Page.QuerySelectorAll("form[action$='handler=Shut']"));

        Assert.True((await site.AsSystem().Run((ResetPassword act) => act.Run(account.Id, "在服务器上办理", Stop))).IsDone);
        Assert.True((await site.AsSystem().Run((RemoveFactor act) => act.Run(account.Id, "在服务器上办理", Stop))).IsDone);
    }

    /// <summary>Whoever could come in with them tomorrow would be an administrator then.</summary>
    [Theory, EachEngine]
    public async Task Of_somebody_who_becomes_an_administrator_later_too(Site site)
    {
        await site.WithCounty();
        var (account, office) = (await site.AddAccount("li.qiang"), await site.Organ("office"));
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));
        Assert.True((await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop))).IsDone);

        Assert.Empty((await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(account.Id, office, "audit-administrator", false, site.Clock.LocalDay().AddDays(7), Stop))).Refusals);

        Assert.Equal("administration.on-the-machine", (await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop))).Refusals.Single().Code);
    }

    [Theory]
    [EachEngine(true)]
    [EachEngine(false)]
    public async Task Are_not_both_taken_by_one_person_within_a_day(Site site, bool passwordFirst)
    {
        var account = await site.AddAccount("li.qiang");
        await site.SetUpFactor(await site.SignIn("li.qiang"));
        var (one, other) = (site.As(Clerk.Holding("administration.accounts-keep")), site.As(Clerk.Holding("administration.accounts-keep")));
        async Task<Outcome> Take(Acting keeper, bool password) => password
            ? (await keeper.Run((ResetPassword act) => act.Run(account.Id, "本人要求", Stop))) is { IsDone: false } refused ? Outcome.Refused(refused.Refusals) : Outcome.Done
            : await keeper.Run((RemoveFactor act) => act.Run(account.Id, "本人要求", Stop));

        Assert.True((await Take(one, passwordFirst)).IsDone);
        site.Clock.Pass(TimeSpan.FromHours(23.9));
        Assert.Equal("administration.both-proofs", (await Take(one, !passwordFirst)).Refusals.Single().Code);
        Assert.True((await Take(one, passwordFirst)).IsDone == passwordFirst); // the same once more: a second link; there is no second factor

        Assert.True((await Take(other, !passwordFirst)).IsDone);
    }

    [Theory, EachEngine]
    public async Task May_both_be_taken_a_day_apart(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        await site.SetUpFactor(await site.SignIn("li.qiang"));
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));
        await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop));
        site.Clock.Pass(TimeSpan.FromHours(24));

        Assert.True((await keeper.Run((RemoveFactor act) => act.Run(account.Id, "手机丢失", Stop))).IsDone);
    }

    [Theory, EachEngine]
    public async Task Their_person_is_told_what_another_did(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        await site.SetUpFactor(await site.SignIn("li.qiang"));
        var (one, other) = (site.As(Clerk.Holding("administration.accounts-keep")), site.As(Clerk.Holding("administration.accounts-keep")));

        await one.Run((ShutAccount act) => act.Run(account.Id, "调离", Stop));
        await one.Run((UnlockAccount act) => act.Run(account.Id, "调回", Stop));
        await one.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop));
        await other.Run((RemoveFactor act) => act.Run(account.Id, "手机丢失", Stop));

        var told = await site.Told();
        Assert.All(told, message => Assert.Equal((account.Id, "administration.account"), (message.AccountId, message.Kind)));
        foreach (var words in new[] { "停用了您的账号", "解锁了您的账号", "重设了您账号的密码", "解除了您账号的双因素登录" })
            Assert.Single(told, message => message.Words.Contains(words, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task A_link_that_can_be_mailed_goes_to_its_person_and_is_neither_shown_nor_stored(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MessageScene.MailTo(post.Port));
        var account = await site.Reachable("li.qiang", "li.qiang@example.org");
        var officer = await site.SignedIn("administration.accounts-view", "administration.accounts-keep");

        var done = await officer.Submit(await officer.Get($"/console/accounts/{account.Id}"), "form[action$='handler=Reset']", ("reason", "本人忘记"));

        Assert.Contains("已发到本人邮箱", done.Text, StringComparison.Ordinal);
        Assert.Empty(done.Page.QuerySelectorAll("code.secret"));
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<OneTimeLink>().CountAsync(Stop)));
        await site.Send();
        var secret = Secrets(post).Single();
        Assert.DoesNotContain(await site.Outgoing(), sent => (sent.Words + sent.Address).Contains(secret, StringComparison.Ordinal));
        Assert.True((await site.AsSystem().Run((ChoosePassword act) => act.Run(secret, "New-Horse-01", Stop))).IsDone);
        Assert.Equal(HttpStatusCode.Found, (await site.Try("li.qiang", "New-Horse-01")).Status);
    }

    [Theory, EachEngine]
    public async Task A_mailed_link_is_made_anew_with_each_try_and_not_once_a_password_is_chosen(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MessageScene.MailTo(post.Port));
        var account = await site.Reachable("li.qiang", "li.qiang@example.org");
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));
        for (var time = 0; time < 2; time++)
        {
            await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop));
            await site.Send();
        }
        var (first, second) = (Secrets(post)[0], Secrets(post)[1]);
        Assert.False((await site.AsSystem().Run((ChoosePassword act) => act.Run(first, "New-Horse-01", Stop))).IsDone);
        Assert.True((await site.AsSystem().Run((ChoosePassword act) => act.Run(second, "New-Horse-01", Stop))).IsDone);

        await site.AsSystem().Run(async (Db db) =>
        {
            foreach (var sent in await db.Set<Outgoing>().Where(sent => sent.Address == OneTimeLinks.PasswordPage).ToListAsync(Stop)) sent.TryAgain(site.Clock.GetUtcNow());
            await db.SaveChangesAsync(Stop);
        });
        await site.Send();
        Assert.Equal(2, Secrets(post).Count);
    }

    [Theory, EachEngine]
    public async Task A_link_is_shown_where_the_person_has_no_address_or_the_machine_asks(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MessageScene.MailTo(post.Port));
        var (without, with) = (await site.AddAccount("li.qiang"), await site.Reachable("wang.fang", "wang.fang@example.org"));

        Assert.NotNull((await site.As(Clerk.Holding("administration.accounts-keep")).Run((ResetPassword act) => act.Run(without.Id, "忘记", Stop))).Made.Secret);
        Assert.NotNull((await site.AsSystem().Run((ResetPassword act) => act.Run(with.Id, "忘记", Stop))).Made.Secret);
    }

    [Theory, EachEngine]
    public async Task A_reset_takes_the_links_with_identity_providers_along(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        await site.AsSystem().Run(async (Db db) =>
        {
            db.Add(new IdentityUserLogin<Guid> { LoginProvider = "https://id.example.cn", ProviderKey = "person-1", UserId = account.Id });
            await db.SaveChangesAsync(Stop);
        });

        await site.As(Clerk.Holding("administration.accounts-keep")).Run((ResetPassword act) => act.Run(account.Id, "忘记", Stop));

        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<IdentityUserLogin<Guid>>().CountAsync(Stop)));
        Assert.Contains("解除统一身份认证", Assert.Single(await site.Record(account.Id)).Note, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine("unlock")]
    [EachEngine("reset")]
    public async Task The_entry_says_until_when_the_account_was_locked(Site site, string act)
    {
        var account = await site.AddAccount("li.qiang");
        await site.Change("li.qiang", one => one.LockoutEnd = site.Clock.GetUtcNow().AddHours(1));
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));

        if (act == "unlock") await keeper.Run((UnlockAccount unlock) => unlock.Run(account.Id, "本人来电", Stop));
        else await keeper.Run((ResetPassword reset) => reset.Run(account.Id, "本人来电", Stop));

        var entry = Assert.Single(await site.Record(account.Id));
        var change = Assert.Single(AuditChanges.Read(entry.Changes), change => change.Field == nameof(Account.LockoutEnd));
        Assert.NotNull(change.Before);
        Assert.Null(change.After);
    }

    private static List<string> Secrets(PostOffice post) =>
        [.. post.Letters.Select(letter => letter.TextBody ?? "").Where(text => text.Contains("/link/", StringComparison.Ordinal)).Select(text => text.Split("/link/")[1].Trim())];
}
