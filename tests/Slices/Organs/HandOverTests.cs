using Gongkai.Duties;
using Gongkai.Organs;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>A post changes hands: days, rights on each of them, and what else may not happen meanwhile.</summary>
public sealed class HandOverTests
{
    private static readonly DateOnly From = new(2026, 6, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine(0, "2026-05-31")]
    [EachEngine(1, "2026-06-01")]
    [EachEngine(10, "2026-06-10")]
    public async Task Both_hold_it_on_each_day_of_the_overlap_and_the_predecessor_on_no_day_after(Site site, int overlap, string lastDay)
    {
        var (before, after, post) = await Scene(site);

        var handed = await site.Do<HandOverPost, Outcome<Guid>>(act => act.Run(new(post, after.Id, From, overlap, "调任"), Stop));

        var (health, last) = (await site.Organ("health"), DateOnly.Parse(lastDay, null));
        Assert.Empty(handed.Refusals);
        Assert.True((await site.Person(before, last)).May(DutyPermissions.View, health.Value));
        Assert.False((await site.Person(before, last.AddDays(1))).May(DutyPermissions.View));
        Assert.False((await site.Person(after, From.AddDays(-1))).May(DutyPermissions.View));
        Assert.True((await site.Person(after, From)).May(DutyPermissions.View, health.Value));
        Assert.Equal(post, await site.Do<Db, Guid?>(db => db.Set<Post>().Where(p => p.Id == handed.Made).Select(p => p.TakenOverFrom).SingleAsync(Stop)));
        Assert.Equal("信息员（A岗）lin.yue → zhou.heng：调任", await site.Do<Db, string?>(db => db.Set<AuditEntry>().Where(e => e.Act == "organs.HandOverPost").Select(e => e.Note).SingleAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task No_third_person_takes_the_A_post_during_the_overlap(Site site)
    {
        var (_, after, post) = await Scene(site);
        var (third, health) = (await site.AddAccount("di.san"), await site.Organ("health"));
        Assert.True((await site.Do<HandOverPost, Outcome<Guid>>(act => act.Run(new(post, after.Id, From, 10, "调任"), Stop))).IsDone);

        var appointed = await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(third.Id, health, "clerk", true, From, Stop));
        var again = await site.Do<HandOverPost, Outcome<Guid>>(act => act.Run(new(post, third.Id, From, 10, "再交一次"), Stop));

        Assert.Equal(["organs.primary-taken"], appointed.Refusals.Select(reason => reason.Code));
        Assert.Equal(["organs.post-ended", "organs.primary-taken"], again.Refusals.Select(reason => reason.Code));
    }

    [Theory]
    [InlineData("2026-06-01", 91, "调任", "organs.overlap-too-long")]
    [InlineData("2026-06-01", -1, "调任", "organs.overlap-too-long")]
    [InlineData("2025-01-01", 5, "调任", "organs.post-not-begun")]
    [InlineData("2026-06-01", 5, " ", "organs.reason-missing")]
    public async Task Refuses_what_does_not_fit(string from, int overlap, string reason, string code)
    {
        await using var site = new Site(Engine.Sqlite);
        var (_, after, post) = await Scene(site);

        var refused = await site.Do<HandOverPost, Outcome<Guid>>(act => act.Run(new(post, after.Id, DateOnly.Parse(from, null), overlap, reason), Stop));

        Assert.Contains(code, refused.Refusals.Select(why => why.Code));
    }

    [Theory, EachEngine]
    public async Task A_post_goes_to_another_person_who_may_hold_it(Site site)
    {
        var (before, _, post) = await Scene(site);
        var audit = await site.Appointed("p.audit", "office", "audit-administrator");

        var same = await site.Do<HandOverPost, Outcome<Guid>>(act => act.Run(new(post, before.Id, From, 5, "给自己"), Stop));
        var mixed = await site.Do<HandOverPost, Outcome<Guid>>(act => act.Run(new(post, audit.Id, From, 5, "给审计管理员"), Stop));

        Assert.Equal(["organs.same-person"], same.Refusals.Select(reason => reason.Code));
        Assert.Equal(["organs.administrator-with-business"], mixed.Refusals.Select(reason => reason.Code));
    }

    [Theory, OnPostgreSql]
    public async Task Of_two_appointed_to_one_A_post_at_the_same_moment_one_gets_it(Site site)
    {
        var meeting = Meeting.On(site);
        await site.WithCounty();
        Account[] both = [await site.AddAccount("jia"), await site.AddAccount("yi")];
        var office = await site.Organ("office");
        meeting.Arm();

        var outcomes = await Task.WhenAll(both.Select(account => Task.Run(() => site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(account.Id, office, "clerk", true, From, Stop)))));

        Assert.Equal("platform.changed-meanwhile", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusals[0].Code);
        Assert.Equal(1, await site.Do<Db, int>(db => db.Set<Post>().CountAsync(Stop)));
    }

    [Theory, OnPostgreSql]
    public async Task Of_two_posts_that_one_person_may_not_hold_together_one_is_given_at_the_same_moment(Site site)
    {
        var meeting = Meeting.On(site);
        await site.WithCounty();
        var account = await site.AddAccount("jia");
        var office = await site.Organ("office");
        Assert.True((await site.Do<AppointPost, Outcome<Guid>>(act => act.Run(new(account.Id, office, "clerk", true, new(2020, 1, 1), new(2020, 12, 31)), Stop))).IsDone);
        meeting.Arm();

        var outcomes = await Task.WhenAll(((string[])["administrator", "clerk"]).Select(role => Task.Run(() => site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(account.Id, office, role, true, From, Stop)))));

        Assert.Equal("platform.changed-meanwhile", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusals[0].Code);
    }

    private static async Task<(Account Before, Account After, Guid Post)> Scene(Site site)
    {
        await site.WithCounty();
        var before = await site.Appointed("lin.yue", "health", "clerk");
        var post = await site.Do<Db, Guid>(db => db.Set<Post>().Select(p => p.Id).SingleAsync(Stop));
        return (before, await site.AddAccount("zhou.heng"), post);
    }
}
