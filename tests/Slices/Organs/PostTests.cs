using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Organs;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Organs;

public sealed class PostTests
{
    private const string Password = "Zhi-Bu-Zu-7";

    private static readonly DateOnly Today = County.Today;

    private static readonly PeopleFile People = PeopleFile.Read("""
        {"people": [
          {"login": "lin.yue", "name": "林月", "posts": [
            {"organ": "health", "role": "clerk", "post": "primary", "from": "2024-01-01"},
            {"organ": "health", "role": "reviewer", "post": "deputy", "from": "2025-01-01"}]},
          {"login": "zhao.qi", "name": "赵启", "posts": [{"organ": "office", "role": "openness-officer", "post": "primary", "from": "2024-01-01", "until": "2026-05-31"}]}
        ]}
        """).Made;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_post_gives_the_permissions_of_its_role_within_its_organ(Site site)
    {
        await WithPeople(site);
        var (health, education) = (await site.Organ("health"), await site.Organ("education"));
        var rights = await site.Do<IRights, Rights>(async rights => await rights.Of(await Account(site, "lin.yue"), Today, Stop));
        Assert.Equal("县卫生健康局 信息员（A岗）；县卫生健康局 审核人（B岗）", rights.Post);
        Assert.Equal([health.Value], rights.Scopes);
        var actor = new Actor(Guid.CreateVersion7(), "林月", rights.Post, rights.Scopes, rights.Grants);
        Assert.True(actor.May(Permissions.View, health.Value));
        Assert.False(actor.May(Permissions.View, education.Value));
        Assert.False(actor.May(Permissions.Manage));
    }

    [Theory, EachEngine]
    public async Task A_role_that_reaches_everywhere_does_until_the_last_day_of_the_post(Site site)
    {
        await WithPeople(site);
        var account = await Account(site, "zhao.qi");
        var onLastDay = await site.Do<IRights, Rights>(rights => rights.Of(account, new(2026, 5, 31), Stop));
        Assert.Contains(new Grant(Permissions.Manage, null) { Post = "县政府办公室 公开主管（A岗）" }, onLastDay.Grants);

        var after = await site.Do<IRights, Rights>(rights => rights.Of(account, new(2026, 6, 1), Stop));
        Assert.Null(after.Post);
        Assert.Empty(after.Grants);
        Assert.Empty(after.Scopes);
    }

    [Theory, EachEngine]
    public async Task Importing_the_same_people_twice_changes_nothing(Site site)
    {
        await WithPeople(site);
        var entries = await site.Do<Db, int>(db => db.Set<AuditEntry>().CountAsync(Stop));
        var again = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportPeople(People, _ => "Another-Word-8", Stop));
        Assert.Equal(new ImportTally(0, 0, 2), again.Made);
        Assert.Equal(entries, await site.Do<Db, int>(db => db.Set<AuditEntry>().CountAsync(Stop)));
        Assert.True(await site.Do<UserManager<Account>, bool>(async accounts => await accounts.CheckPasswordAsync((await accounts.FindByNameAsync("lin.yue"))!, Password)));
    }

    [Theory, EachEngine]
    public async Task A_file_with_one_wrong_line_opens_no_account(Site site)
    {
        await site.WithCounty();
        var wrong = PeopleFile.Read("""
            {"people": [
              {"login": "lin.yue", "name": "林月", "posts": [{"organ": "health", "role": "clerk", "post": "primary", "from": "2024-01-01"}]},
              {"login": "qin.he", "name": "秦禾", "posts": [
                {"organ": "nowhere", "role": "clerk", "post": "primary", "from": "2024-01-01"},
                {"organ": "health", "role": "king", "post": "primary", "from": "2024-01-01"},
                {"organ": "health", "role": "clerk", "post": "third", "from": "2020-01-01", "until": "2020-12-31"},
                {"organ": "health", "role": "clerk", "post": "primary", "from": "2025-01-01"}]}
            ]}
            """).Made;
        var refused = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportPeople(wrong, _ => Password, Stop));
        Assert.Equal(
            ["people[1] qin.he.posts[0].organ", "people[1] qin.he.posts[1].role", "people[1] qin.he.posts[2].post", "people[1] qin.he.posts[3]"],
            refused.Refusals.Select(refusal => refusal.Values[0]));
        Assert.Equal(0, await site.Do<Db, int>(db => db.Set<Account>().CountAsync(Stop)));
        Assert.Equal(0, await site.Do<Db, int>(db => db.Set<Post>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task An_account_asks_for_a_free_login_and_a_hard_password(Site site)
    {
        await site.WithCounty();
        var made = await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.CreateAccount("lin.yue", "林月", Password, Stop));
        Assert.Empty(made.Refusals);
        var entry = await site.Do<Db, AuditEntry>(db => db.Set<AuditEntry>().SingleAsync(entry => entry.SubjectId == made.Made, Stop));
        Assert.Equal("organs.CreateAccount", entry.Act);
        Assert.DoesNotContain(Password, entry.Note + entry.Changes, StringComparison.Ordinal);

        var refused = await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.CreateAccount("LIN.YUE", "", "short", Stop));
        Assert.Equal(
            ["organs.login-taken", "organs.person-name-missing", "platform.password-too-short", "platform.password-too-simple"],
            refused.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData("health", "clerk", true, "2026-03-01", "organs.primary-taken")]
    [InlineData("health", "king", false, "2026-03-01", "organs.role-unknown")]
    [InlineData("market", "clerk", false, "2018-03-01", "organs.not-on-that-day")]
    public async Task Refuses_an_appointment_that_does_not_fit(string organ, string role, bool primary, string from, string code)
    {
        await using var site = new Site(Engine.Sqlite);
        await WithPeople(site);
        var (account, at) = (await Account(site, "zhao.qi"), await site.Organ(organ));
        var refused = await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(account, at, role, primary, DateOnly.Parse(from, null), Stop));
        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task Tells_who_holds_which_post_until_it_ends(Site site)
    {
        await WithPeople(site);
        var (health, office) = (await site.Organ("health"), await site.Organ("office"));
        var held = await site.Do<IPosts, IReadOnlyList<PostCard>>(posts => posts.Of([office, health], Today, Stop));
        Assert.Equal(["赵启 公开主管", "林月 信息员", "林月 审核人"], held.Select(post => $"{post.Person} {post.Role.Name}"));

        Assert.True((await site.Do<EndPost, Outcome>(act => act.Run(held[1].Id, new(2026, 5, 10), "调离", Stop))).IsDone);
        var left = await site.Do<IPosts, IReadOnlyList<PostCard>>(posts => posts.Of([health], Today, Stop));
        Assert.Equal(["审核人"], left.Select(post => post.Role.Name));
        var twice = await site.Do<EndPost, Outcome>(act => act.Run(held[1].Id, new(2026, 5, 11), null, Stop));
        Assert.Equal("organs.post-ended", Assert.Single(twice.Refusals).Code);
    }

    [Fact]
    public void A_grant_to_a_role_that_does_not_exist_is_found_at_the_start() =>
        Assert.Throws<InvalidOperationException>(() => new Roles([new RoleGrant("kign", "organs.view")]));

    [Fact]
    public void A_role_holds_what_every_module_grants_it()
    {
        var roles = new Roles([new("clerk", "b.write", "a.read"), new("clerk", "a.read")]);
        Assert.Equal(["a.read", "b.write"], roles.Find("clerk")!.Permissions);
        Assert.Empty(roles.Find("leader")!.Permissions);
        Assert.Equal(19, roles.All.Count);
    }

    private static async Task WithPeople(Site site)
    {
        await site.WithCounty();
        var tally = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportPeople(People, _ => Password, Stop));
        Assert.Empty(tally.Refusals);
    }

    private static Task<Guid> Account(Site site, string login) =>
        site.Do<Db, Guid>(db => db.Set<Account>().Where(account => account.UserName == login).Select(account => account.Id).SingleAsync(Stop));
}
