using Gongkai.Duties;
using Gongkai.Organs;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>Three administrators, each trying to do more than the own work.</summary>
public sealed class SeparateAdministratorsTests
{
    private static readonly string[] Three = ["administrator", "security-administrator", "audit-administrator"];

    private static readonly DateOnly From = new(2026, 3, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("administrator", "duties.view", "administrator holds duties.view")]
    [InlineData("audit-administrator", "requests.read", "audit-administrator holds requests.read")]
    [InlineData("security-administrator", "view", "security-administrator holds view")]
    [InlineData("security-administrator", "Organs.appoint", "security-administrator holds Organs.appoint")]
    [InlineData("clerk", "organs.appoint", "organs.appoint of security-administrator is also held by clerk")]
    [InlineData("administrator", "organs.appoint", "organs.appoint of administrator is also held by security-administrator")]
    [InlineData("openness-officer", "organs.create-account", "organs.create-account of administrator is also held by openness-officer")]
    [InlineData("audit-administrator", "organs.manage", "organs.manage of audit-administrator is also held by openness-officer")]
    [InlineData("leader", "organs.manage", "organs.manage of administrator is also held by leader")]
    public async Task A_module_that_mixes_them_keeps_the_site_from_starting(string role, string permission, string found)
    {
        await using var site = new Site(Engine.Sqlite).With(services => services.AddSingleton(new RoleGrant(role, permission)));

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(site.Services);

        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_on_at_organs_is_shared() =>
        Assert.Contains("organs.view", new Roles(Permissions.Grants).Find("audit-administrator")!.Permissions);

    [Theory]
    [InlineData("administrator", "audit-administrator", "organs.separate-administrators")]
    [InlineData("security-administrator", "administrator", "organs.separate-administrators")]
    [InlineData("audit-administrator", "security-administrator", "organs.separate-administrators")]
    [InlineData("administrator", "clerk", "organs.administrator-with-business")]
    [InlineData("openness-officer", "security-administrator", "organs.administrator-with-business")]
    [InlineData("leader", "audit-administrator", "organs.administrator-with-business")]
    public async Task Nobody_holds_both_at_a_time(string first, string second, string code)
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var account = await site.Appointed("lin.yue", "office", first);

        var refused = await site.Appoint(account, "health", second);

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task Somebody_may_become_the_other_after_the_first_has_ended(Site site)
    {
        await site.WithCounty();
        var account = await site.AddAccount("lin.yue");
        var office = await site.Organ("office");
        var first = await site.Do<AppointPost, Outcome<Guid>>(act => act.Run(new(account.Id, office, "administrator", true, new(2025, 1, 1), new(2026, 2, 28)), Stop));
        Assert.True(first.IsDone);

        Assert.True((await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(account.Id, office, "clerk", true, From, Stop))).IsDone);
    }

    /// <summary>Bringing a standing post in line with a file asks the same questions as a new appointment.</summary>
    [Theory, EachEngine]
    public async Task A_file_cannot_stretch_a_post_over_the_other(Site site)
    {
        await site.WithCounty();
        Assert.Empty((await Import(site, "2025-12-31")).Refusals);

        var refused = await Import(site, "2026-12-31");

        Assert.Equal("people[0] lin.yue.posts[0]", refused.Refusals[0].Values[0]);
        Assert.Equal(new DateOnly(2025, 12, 31), await site.Do<Db, DateOnly?>(db => db.Set<Post>().Where(post => post.Role == "administrator").Select(post => post.Until).SingleAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task Only_the_security_administrator_appoints(Site site)
    {
        await site.WithCounty();
        var (office, newcomer) = (await site.Organ("office"), await site.AddAccount("xin.ren"));
        var people = new Dictionary<string, Account>();
        foreach (var role in Three) people[role] = await site.Appointed($"p.{role}", "office", role);

        foreach (var role in (string[])["administrator", "audit-administrator"])
            await Assert.ThrowsAsync<ForbiddenException>(async () => await site.As<AppointPost, Outcome<Guid>>(await site.Person(people[role]), act => act.Run(Asked(newcomer, "clerk"), Stop)));
        var security = await site.Person(people["security-administrator"]);
        Assert.True((await site.As<AppointPost, Outcome<Guid>>(security, act => act.Run(Asked(newcomer, "clerk"), Stop))).IsDone);
        await Assert.ThrowsAsync<ForbiddenException>(() => site.As<IStaffing, Outcome<Guid>>(security, staffing => staffing.CreateAccount("mei.you", "没有", "Zhi-Bu-Zu-7", Stop)));

        Appointment Asked(Account account, string role) => new(account.Id, office, role, true, From);
    }

    [Theory, EachEngine]
    public async Task Nobody_appoints_himself_by_any_way(Site site)
    {
        await site.WithCounty();
        var security = await site.Appointed("p.security", "office", "security-administrator");
        var other = await site.Appointed("lin.yue", "health", "clerk");
        var (herself, office) = (await site.Person(security), await site.Organ("office"));
        var post = await site.Do<Db, Guid>(db => db.Set<Post>().Where(p => p.AccountId == other.Id).Select(p => p.Id).SingleAsync(Stop));
        var file = PeopleFile.Read("""{"people": [{"login": "p.security", "name": "自己", "posts": [{"organ": "office", "role": "leader", "post": "primary", "from": "2026-03-01"}]}]}""").Made;

        var appointed = await site.As<AppointPost, Outcome<Guid>>(herself, act => act.Run(new(security.Id, office, "security-administrator", false, From), Stop));
        var handed = await site.As<HandOverPost, Outcome<Guid>>(herself, act => act.Run(new(post, security.Id, From, 0, "给自己"), Stop));
        var imported = await site.As<IStaffing, Outcome<ImportTally>>(herself, staffing => staffing.ImportPeople(file, _ => "Zhi-Bu-Zu-7", Stop));

        Assert.Contains("organs.own-post", appointed.Refusals.Select(reason => reason.Code));
        Assert.Contains("organs.own-post", handed.Refusals.Select(reason => reason.Code));
        Assert.Contains(imported.Refusals, reason => reason.Values.Contains("不能为自己任岗。"));
        Assert.Equal(2, await site.Do<Db, int>(db => db.Set<Post>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task None_of_them_reads_or_changes_what_the_office_works_on(Site site)
    {
        await site.WithCounty();
        var business = typeof(DutyPermissions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        foreach (var role in Three)
        {
            var person = await site.Person(await site.Appointed($"p.{role}", "office", role));
            Assert.All(business, permission => Assert.False(person.May(permission), $"{role} {permission}"));
        }
    }

    private static Task<Outcome<ImportTally>> Import(Site site, string until) => site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportPeople(PeopleFile.Read($$"""
        {"people": [{"login": "lin.yue", "name": "林月", "posts": [
          {"organ": "office", "role": "administrator", "post": "primary", "from": "2025-01-01", "until": "{{until}}"},
          {"organ": "health", "role": "clerk", "post": "primary", "from": "2026-01-01"}]}]}
        """).Made, _ => "Zhi-Bu-Zu-7", Stop));
}
