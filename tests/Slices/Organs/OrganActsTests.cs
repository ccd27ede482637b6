using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Organs;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Organs;

public sealed class OrganActsTests
{
    private static readonly DateOnly Before = new(2018, 6, 1), Day = new(2026, 6, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Importing_the_same_file_twice_changes_nothing(Site site)
    {
        var first = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(County.File, Stop));
        Assert.Equal(new ImportTally(13, 0, 0), first.Made);

        var entries = await site.Do<Db, int>(db => db.Set<AuditEntry>().CountAsync(Stop));
        var second = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(County.File, Stop));
        Assert.Equal(new ImportTally(0, 0, 13), second.Made);
        Assert.Equal(entries, await site.Do<Db, int>(db => db.Set<AuditEntry>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task An_import_changes_what_the_file_says_otherwise_and_nothing_else(Site site)
    {
        await site.WithCounty();
        await site.Do<IOrganNames, Outcome>(async names => await names.Learn("县卫计局", await site.Organ("health"), Stop));
        var changed = OrganFile.Read(County.Json.Replace("\"县教体局\"", "\"县教体局\", \"县教委\"", StringComparison.Ordinal)).Made;

        var tally = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(changed, Stop));
        Assert.Equal(new ImportTally(0, 1, 12), tally.Made);
        var matches = await site.Do<IOrgans, IReadOnlyList<OrganMatch>>(organs => organs.Match(["县教委", "县卫计局"], County.Today, Stop));
        Assert.Equal([1, 1], matches.Select(match => match.Score));
    }

    [Theory, EachEngine]
    public async Task An_import_refuses_a_name_that_means_another_already_and_stores_nothing(Site site)
    {
        await site.WithCounty();
        var changed = OrganFile.Read("""{"organs": [{"key": "new", "name": "县某局", "kind": "department", "since": "2020-01-01", "aliases": ["县教体局"]}]}""").Made;
        var refused = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(changed, Stop));
        Assert.Equal("organs.file-name-in-use", Assert.Single(refused.Refusals).Code);
        Assert.Null(await site.Do<IOrgans, OrganCard?>(organs => organs.ByKey("new", County.Today, Stop)));
    }

    [Theory, EachEngine]
    public async Task Shows_each_day_the_name_of_that_day(Site site)
    {
        await site.WithCounty();
        var id = await site.Organ("health");
        Assert.Equal("县卫生局", (await Card(site, id, Before)).Name);
        Assert.Equal("县卫生健康局", (await Card(site, id, Day)).Name);

        Assert.True((await site.Do<RenameOrgan, Outcome>(act => act.Run(id, "县卫生健康和医保局", null, new(2026, 7, 1), "机构改革方案", Stop))).IsDone);
        Assert.Equal("县卫生健康局", (await Card(site, id, new(2026, 6, 30))).Name);
        Assert.Equal("县卫生健康和医保局", (await Card(site, id, new(2026, 7, 1))).Name);
        var match = Assert.Single(await site.Do<IOrgans, IReadOnlyList<OrganMatch>>(organs => organs.Match(["县卫生局"], new(2026, 7, 1), Stop)));
        Assert.Equal((id, "县卫生健康和医保局", 1), (match.Organ, match.Proposed, match.Score));
    }

    [Theory]
    [InlineData("县教育体育局", "2026-07-01", "organs.name-in-use")]
    [InlineData("县教体局", "2026-07-01", "organs.name-in-use")]
    [InlineData("县卫生健康局", "2026-07-01", "organs.same-name")]
    [InlineData(" ", "2026-07-01", "organs.name-missing")]
    [InlineData("县新卫生局", "2019-03-01", "organs.later-name")]
    [InlineData("县新卫生局", "1980-01-01", "organs.not-on-that-day")]
    public async Task Refuses_a_new_name_that_confuses(string name, string from, string code)
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var id = await site.Organ("health");
        var outcome = await site.Do<RenameOrgan, Outcome>(act => act.Run(id, name, null, DateOnly.Parse(from, null), null, Stop));
        Assert.Contains(code, outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Theory, EachEngine]
    public async Task A_merger_leads_old_names_to_the_successor_but_asks(Site site)
    {
        await site.WithCounty();
        var (approval, office) = (await site.Organ("approval"), await site.Organ("office"));
        Assert.True((await site.Do<MergeOrgans, Outcome>(act => act.Run([approval], office, new(2026, 6, 30), "机构改革方案", Stop))).IsDone);

        Assert.DoesNotContain(approval, (await All(site, new(2026, 7, 1))).Select(card => card.Id));
        Assert.Contains(approval, (await All(site, new(2026, 6, 30))).Select(card => card.Id));
        var match = Assert.Single(await site.Do<IOrgans, IReadOnlyList<OrganMatch>>(organs => organs.Match(["县行政审批服务局"], new(2026, 7, 1), Stop)));
        Assert.Equal((office, 0.9), (match.Organ, match.Score));
        Assert.Equal("县行政审批服务局", (await Card(site, approval, new(2027, 1, 1))).Name);

        var again = await site.Do<MergeOrgans, Outcome>(act => act.Run([approval, office], office, new(2026, 12, 31), null, Stop));
        Assert.Equal(["organs.already-ended", "organs.merge-into-itself"], again.Refusals.Select(refusal => refusal.Code));
    }

    [Theory, EachEngine]
    public async Task A_group_has_the_members_of_the_day(Site site)
    {
        await site.WithCounty();
        var groups = await site.Do<IOrgans, IReadOnlyList<(OrganGroupId Id, string Name)>>(organs => organs.Groups(Day, Stop));
        var towns = groups.Single(group => group.Name == "各镇街").Id;
        var departments = groups.Single(group => group.Name == "县直有关部门").Id;
        Assert.Equal(["柳树镇人民政府", "河口镇人民政府", "城关街道办事处"], await Names(site, towns));

        var (office, health, hekou) = (await site.Organ("office"), await site.Organ("health"), await site.Organ("hekou"));
        var change = await site.Do<ChangeGroupMembers, Outcome>(act => act.Run(departments, [(office, new(2026, 5, 1))], [(health, new(2026, 4, 30))], null, Stop));
        Assert.True(change.IsDone);
        Assert.Equal(["县政府办公室", "县教育体育局", "县市场监督管理局"], await Names(site, departments));
        Assert.Contains(health, await site.Do<IOrgans, IReadOnlyList<OrganId>>(organs => organs.Members(departments, new(2026, 4, 30), Stop)));

        var refused = await site.Do<ChangeGroupMembers, Outcome>(act => act.Run(towns, [], [(hekou, Day)], null, Stop));
        Assert.Equal("organs.member-by-kind", Assert.Single(refused.Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task A_learnt_name_is_sure_from_then_on_and_can_be_forgotten(Site site)
    {
        await site.WithCounty();
        var (health, education) = (await site.Organ("health"), await site.Organ("education"));
        Assert.True((await site.Do<IOrganNames, Outcome>(names => names.Learn("县卫健（防疫）局", health, Stop))).IsDone);
        Assert.True((await site.Do<IOrganNames, Outcome>(names => names.Learn(" 县卫健(防疫)局", health, Stop))).IsDone);
        var refused = await site.Do<IOrganNames, Outcome>(names => names.Learn("县卫健(防疫)局", education, Stop));
        Assert.Equal("organs.name-in-use", Assert.Single(refused.Refusals).Code);
        Assert.Equal(1, (await Match(site, "县卫健(防疫)局")).Score);

        var alias = await site.Do<Db, Guid>(db => db.Set<OrganAlias>().Where(alias => alias.OrganId == health).Select(alias => alias.Id).SingleAsync(Stop));
        Assert.False((await site.Do<DropAlias, Outcome>(act => act.Run(alias, " ", Stop))).IsDone);
        Assert.True((await site.Do<DropAlias, Outcome>(act => act.Run(alias, "认错了", Stop))).IsDone);
        Assert.True((await Match(site, "县卫健(防疫)局")).Score < 1);
    }

    [Theory, EachEngine]
    public async Task Establishes_an_organ_under_a_key_and_name_of_its_own(Site site)
    {
        await site.WithCounty();
        var made = await site.Do<EstablishOrgan, Outcome<OrganId>>(act => act.Run(new("data", "县数据局", "和源县数据局", OrganKind.Department, Day), Stop));
        Assert.Equal("县数据局", (await Card(site, made.Made, Day)).Name);
        Assert.Equal("县数据局", (await All(site, Day)).Last(card => card.Kind == OrganKind.Department).Name);

        var refused = await site.Do<EstablishOrgan, Outcome<OrganId>>(act => act.Run(new("health", "县数据局", null, OrganKind.Department, Day), Stop));
        Assert.Equal(["organs.name-in-use", "organs.key-taken"], refused.Refusals.Select(refusal => refusal.Code));
    }

    [Theory, EachEngine]
    public async Task Nothing_is_stored_without_the_right_to_it(Site site)
    {
        await site.WithCounty();
        var health = await site.Organ("health");
        var clerk = new Actor(Guid.CreateVersion7(), "李某", null, [], [new(Permissions.View, null)]);
        await Assert.ThrowsAsync<ForbiddenException>(() => site.As<RenameOrgan, Outcome>(clerk, act => act.Run(health, "县新局", null, new(2026, 7, 1), null, Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => site.As<IStaffing, Outcome<ImportTally>>(clerk, staffing => staffing.ImportOrgans(OrganFile.Read(
            """{"organs": [{"key": "new", "name": "县某局", "kind": "department", "since": "2020-01-01"}]}""").Made, Stop)));
        Assert.Equal("县卫生健康局", (await Card(site, health, new(2026, 7, 1))).Name);
    }

    private static Task<IReadOnlyList<OrganCard>> All(Site site, DateOnly on) => site.Do<IOrgans, IReadOnlyList<OrganCard>>(organs => organs.All(on, Stop));

    private static async Task<OrganCard> Card(Site site, OrganId id, DateOnly on) =>
        (await site.Do<IOrgans, IReadOnlyDictionary<OrganId, OrganCard>>(organs => organs.Find([id], on, Stop)))[id];

    private static async Task<OrganMatch> Match(Site site, string name) =>
        Assert.Single(await site.Do<IOrgans, IReadOnlyList<OrganMatch>>(organs => organs.Match([name], Day, Stop)));

    private static Task<IEnumerable<string>> Names(Site site, OrganGroupId group) => site.Do<IOrgans, IEnumerable<string>>(async organs =>
    {
        var members = await organs.Members(group, Day, Stop);
        var cards = await organs.Find(members, Day, Stop);
        return members.Select(member => cards[member].Name);
    });
}
