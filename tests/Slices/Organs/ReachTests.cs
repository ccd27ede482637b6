using Gongkai.Duties;
using Gongkai.Organs;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>How far a post reaches: its own organ, those below it as well, or all.</summary>
public sealed class ReachTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_town_reaches_its_villages_over_several_levels(Site site)
    {
        await WithVillages(site);
        var clerk = await site.Person(await site.Appointed("tian.mu", "liushu", "town-clerk"));

        foreach (var organ in (string[])["liushu", "south-village", "south-village-market"]) Assert.True(clerk.May(DutyPermissions.RecordEvidence, (await site.Organ(organ)).Value), organ);
        foreach (var organ in (string[])["hekou", "government"]) Assert.False(clerk.May(DutyPermissions.RecordEvidence, (await site.Organ(organ)).Value), organ);
        Assert.False(clerk.MayEverywhere(DutyPermissions.RecordEvidence));
        Assert.Equal(clerk.Scopes, [(await site.Organ("liushu")).Value]);
    }

    [Theory, EachEngine]
    public async Task A_clerk_of_a_department_reaches_nothing_below_it(Site site)
    {
        await WithVillages(site);
        var clerk = await site.Person(await site.Appointed("tian.mu", "liushu", "clerk"));

        Assert.True(clerk.May(DutyPermissions.RecordEvidence, (await site.Organ("liushu")).Value));
        Assert.False(clerk.May(DutyPermissions.RecordEvidence, (await site.Organ("south-village")).Value));
    }

    [Theory, EachEngine]
    public async Task What_stands_below_is_asked_of_the_day(Site site)
    {
        await WithVillages(site);
        var clerk = await site.Appointed("tian.mu", "liushu", "town-clerk");
        var (village, market, town) = (await site.Organ("south-village"), await site.Organ("south-village-market"), await site.Organ("hekou"));

        Assert.True((await site.Do<MergeOrgans, Outcome>(act => act.Run([village], town, new(2026, 4, 30), "合村并居", Stop))).IsDone);

        Assert.True((await site.Person(clerk, new(2026, 4, 30))).May(DutyPermissions.View, market.Value));
        var after = await site.Person(clerk, new(2026, 5, 1));
        Assert.False(after.May(DutyPermissions.View, village.Value));
        Assert.False(after.May(DutyPermissions.View, market.Value));
    }

    [Theory, EachEngine]
    public async Task Who_stands_below_himself_by_mistake_is_met_once(Site site)
    {
        await site.WithCounty();
        foreach (var parent in (string[])["null", "\"two\""])
        {
            var circle = OrganFile.Read($$"""
                {"organs": [
                  {"key": "one", "name": "甲站", "kind": "other", "since": "2020-01-01", "parent": {{parent}}},
                  {"key": "two", "name": "乙站", "kind": "other", "since": "2020-01-01", "parent": "one"}
                ]}
                """).Made;
            Assert.Empty((await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(circle, Stop))).Refusals);
        }
        var (one, two) = (await site.Organ("one"), await site.Organ("two"));

        Assert.Equal([two], await site.Do<IOrgans, IReadOnlyList<OrganId>>(organs => organs.Below(one, County.Today, Stop)));
    }

    [Fact]
    public void Each_kind_of_work_in_the_office_has_its_role() => Assert.Equal(
        ["公开主管", "分管领导", "主要负责人", "信息员", "镇街信息员", "审核人", "保密审查员", "政策起草人", "文件法制审核员", "舆情值班员", "依申请公开经办人", "重点领域信息登记员",
            "网站与新媒体运维员", "政务服务与热线人员", "考核评议员", "培训管理员", "系统管理员", "安全管理员", "审计管理员"],
        new Roles([]).All.Select(role => role.Name));

    private static async Task WithVillages(Site site)
    {
        await site.WithCounty();
        var town = await site.Organ("liushu");
        var village = await site.Do<EstablishOrgan, Outcome<OrganId>>(act => act.Run(new("south-village", "柳树镇南村", null, OrganKind.Other, new(2002, 1, 1), town), Stop));
        Assert.True((await site.Do<EstablishOrgan, Outcome<OrganId>>(act => act.Run(new("south-village-market", "南村集市管理站", null, OrganKind.Other, new(2002, 1, 1), village.Made), Stop))).IsDone);
    }
}
