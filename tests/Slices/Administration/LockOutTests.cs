using System.Net;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>Guessing passwords: it locks, for longer each time, and tells the guesser nothing.</summary>
public class LockOutTests
{
    [Theory, EachEngine]
    public async Task Each_further_lock_lasts_twice_as_long_and_a_sign_in_clears_them(Site site)
    {
        await site.AddAccount("li.qiang");
        await Guess(site, 5);
        site.Clock.Pass(TimeSpan.FromMinutes(4.9));
        Assert.Equal(HttpStatusCode.OK, (await site.Try("li.qiang")).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(0.2));
        await Guess(site, 5);
        site.Clock.Pass(TimeSpan.FromMinutes(9.9));
        Assert.Equal(HttpStatusCode.OK, (await site.Try("li.qiang")).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(0.2));
        Assert.Equal(HttpStatusCode.Found, (await site.Try("li.qiang")).Status);

        var account = await site.Account("li.qiang");
        Assert.Equal((0, 0, null), (account.LockSeries, account.AccessFailedCount, account.LockoutEnd));
        Assert.Equal(site.Clock.GetUtcNow(), account.LastSignInAt);
    }

    [Theory]
    [EachEngine(23.5, 10)]
    [EachEngine(24.5, 5)]
    public async Task A_day_without_a_wrong_password_begins_anew(Site site, double hours, double minutes)
    {
        await site.AddAccount("li.qiang");
        await Guess(site, 5);
        site.Clock.Pass(TimeSpan.FromMinutes(5) + TimeSpan.FromHours(hours));
        await Guess(site, 5);

        Assert.Equal(site.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes), (await site.Account("li.qiang")).LockoutEnd);
    }

    [Theory, EachEngine]
    public async Task Wrong_passwords_a_day_apart_do_not_add_up(Site site)
    {
        await site.AddAccount("li.qiang");
        await Guess(site, 4);
        site.Clock.Pass(TimeSpan.FromHours(24));
        await Guess(site, 4);

        Assert.Null((await site.Account("li.qiang")).LockoutEnd);
    }

    [Theory, EachEngine]
    public async Task Tries_at_a_locked_account_do_not_keep_the_lock_alive(Site site)
    {
        await site.AddAccount("li.qiang");
        await Guess(site, 5);
        var failed = (await site.Account("li.qiang")).LastFailedAt;
        site.Clock.Pass(TimeSpan.FromMinutes(4));
        await Guess(site, 3);

        Assert.Equal(failed, (await site.Account("li.qiang")).LastFailedAt);
    }

    [Fact]
    public void No_lock_lasts_longer_than_a_day()
    {
        var rules = new SignInSettings();

        Assert.Equal([5, 10, 20, 40], Enumerable.Range(0, 4).Select(before => rules.LockAfter(before).TotalMinutes));
        Assert.Equal(TimeSpan.FromHours(24), rules.LockAfter(9));
        Assert.Equal(TimeSpan.FromHours(24), rules.LockAfter(100_000));
    }

    [Theory, EachEngine]
    public async Task An_unknown_name_a_wrong_password_and_a_locked_account_are_answered_alike(Site site)
    {
        await site.AddAccount("li.qiang");
        var unknown = Alert(await site.Try("nobody"));
        var wrong = Alert(await site.Try("li.qiang", "Wrong-Horse-2"));
        await Guess(site, 4);
        var locked = Alert(await site.Try("li.qiang"));
        await site.Change("li.qiang", account => (account.LockoutEnd, account.SuspendedAt) = (null, site.Clock.GetUtcNow()));
        var shut = Alert(await site.Try("li.qiang"));

        Assert.All([wrong, locked, shut], answer => Assert.Equal(unknown, answer));
    }

    [Theory, EachEngine]
    public async Task Guesses_at_once_get_no_further_than_one_after_the_other(Site site)
    {
        await site.AddAccount("li.qiang");
        var account = await site.Account("li.qiang");

        var judged = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => site.AsSystem().Run((LockOut lockOut) => lockOut.Begin(account.Id, default))));

        Assert.Equal(5, judged.Count(let => let));
    }

    [Theory, EachEngine]
    public async Task Only_the_record_tells_why(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        await site.Try("nobody");
        await Guess(site, 5);
        await site.Try("li.qiang");

        var notes = (await site.Record(account.Id)).ConvertAll(entry => entry.Note!);
        Assert.Equal(4, notes.Count(note => note.Contains("密码不对", StringComparison.Ordinal)));
        Assert.Single(notes, note => note.Contains("锁定到 2026-03-02 09:05", StringComparison.Ordinal));
        Assert.Single(notes, note => note.Contains("锁定或停用中", StringComparison.Ordinal));
        Assert.All(await site.Record(account.Id), entry => Assert.Equal(AuditResult.Refused, entry.Result));
        var stranger = Assert.Single(await site.Record(Guid.Empty));
        Assert.DoesNotContain("nobody", stranger.Note + stranger.ActorName, StringComparison.Ordinal);
    }

    private static async Task Guess(Site site, int times)
    {
        for (var attempt = 0; attempt < times; attempt++) await site.Try("li.qiang", "Wrong-Horse-2");
    }

    private static string Alert(Screen screen) => screen.Page.QuerySelector("[role=alert]")!.TextContent;
}
