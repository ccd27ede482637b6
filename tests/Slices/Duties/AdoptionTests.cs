using System.Net;
using System.Text;
using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Queries;
using Gongkai.Plans;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>How a plan becomes lines of the ledger, and what a later version changes.</summary>
public sealed class AdoptionTests
{
    [Theory, EachEngine]
    public async Task Gives_every_member_of_a_group_a_line_of_its_own(Site site)
    {
        var scene = await Make(site);

        var lines = await scene.Lines(3);

        Assert.Equal(new[] { await scene.Organ("liushu"), await scene.Organ("hekou"), await scene.Organ("chengguan") }.ToHashSet(), lines.Select(line => line.OrganId).ToHashSet());
        Assert.All(lines, line => Assert.Equal(("各镇街", UnitRole.Responsible), (line.GroupName, line.Role)));
        Assert.All(lines, line => Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(line.Occurrences).DueOn));
    }

    /// <summary>A slip of the pen in the plan must not break the ledger: the limit waits for somebody to set it right.</summary>
    [Theory]
    [EachEngine("2150年12月底前", false)]
    [EachEngine("9999年12月31日前", true)] // taken for no limit
    [EachEngine("2099年12月31日前", true)]
    public async Task A_year_that_no_calendar_reaches_is_refused_and_breaks_nothing(Site site, string limit, bool isTaken)
    {
        var scene = await WithOrgans(site);
        var draft = await scene.Read($"和源县2026年政务公开工作要点\n（2026年2月10日）\n一、把该公开的公开好\n（一）公开民生信息\n1.公布县城学校的招生范围，{limit}完成。（责任单位：县教育体育局）\n2.每月公布一次药品抽检结果，{limit}完成。（责任单位：县市场监督管理局）\n");
        await site.AddAccount("officer", [.. DutyPermissions.Grants[0].Permissions]);
        var officer = await site.SignIn("officer");
        Assert.Equal(HttpStatusCode.OK, (await officer.Get($"/console/plans/desk/{draft.Value}")).Status);

        await scene.WaveAll(draft);
        var adopted = await scene.Adopt(draft);

        Assert.Equal(isTaken ? [] : new[] { "duties.limits-beyond-calendar", "duties.limits-beyond-calendar" }, adopted.Refusals.Select(reason => reason.Code));
        if (!isTaken) return;
        var lines = await scene.Query(db => db.Set<Assignment>().Select(line => line.Id).ToListAsync(Stop));
        string[] addresses =
        [
            .. lines.Select(line => $"/console/ledger/{line.Value}"), $"/console/plans/{adopted.Made.Value}", "/console", "/console/ledger", "/console/progress", "/console/calendar", "/console/bulletins",
            "/console/exports/ledger.xlsx", "/console/exports/breakdown.xlsx", "/plan/2026", "/plan/2026/1", "/plan/2026/2", "/plan/2026/organs", "/plan/2026.csv", "/plan/2026.json",
        ];
        foreach (var address in addresses)
            Assert.Equal((address, HttpStatusCode.OK), (address, (await officer.Get(address)).Status));
    }

    [Theory, EachEngine]
    public async Task A_plan_for_a_year_far_away_is_refused(Site site)
    {
        var scene = await WithOrgans(site);
        var read = await site.As(Officer).Run((ReadPlan act) => act.Run("要点.txt", new MemoryStream(Encoding.UTF8.GetBytes(Text.Replace("2026年", "2150年", StringComparison.Ordinal))), null, null, Stop));
        Assert.Empty(read.Refusals);
        await scene.WaveAll(read.Made);

        Assert.Equal("duties.year-unlikely", Assert.Single((await scene.Adopt(read.Made)).Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task Asks_nothing_of_an_organ_that_only_cooperates(Site site)
    {
        var scene = await Make(site);

        Assert.Empty((await scene.Line(2, "health")).Occurrences);
        Assert.Equal(DutyState.Following, await scene.State(2, "health"));
    }

    [Theory, EachEngine]
    public async Task Asks_for_every_period_that_ends_after_the_plan_binds(Site site)
    {
        var scene = await Make(site);

        var months = (await scene.Line(2, "market")).Occurrences.OrderBy(o => o.DueOn).ToList();

        Assert.Equal(11, months.Count);
        Assert.Equal((new DateOnly(2026, 2, 28), "2月"), (months[0].DueOn, months[0].Label));
        Assert.Equal((new DateOnly(2026, 12, 31), "12月"), (months[^1].DueOn, months[^1].Label));
    }

    [Theory, EachEngine]
    public async Task Keeps_each_of_several_limits(Site site)
    {
        var scene = await Make(site);

        var times = (await scene.Line(8, "office")).Occurrences.OrderBy(o => o.DueOn).Select(o => (o.DueOn, o.Quota));

        Assert.Equal([(new DateOnly(2026, 9, 30), 1), (new DateOnly(2026, 12, 31), 2)], times);
    }

    [Theory, EachEngine]
    public async Task Lets_a_task_without_limit_be_due_when_the_year_ends(Site site)
    {
        var scene = await Make(site);

        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single((await scene.Line(6, "office")).Occurrences).DueOn);
        Assert.Equal(LimitOrigin.PlanYear, Assert.Single((await scene.Duty(6)).Limits).Origin);
    }

    [Theory, EachEngine]
    public async Task Refuses_while_a_doubt_is_open_and_makes_nothing(Site site)
    {
        var scene = await WithOrgans(site);
        var draft = await scene.Read(Text);

        var adopted = await scene.Adopt(draft);

        Assert.Equal("duties.open-matters", Assert.Single(adopted.Refusals).Code);
        Assert.Equal(0, await scene.Query(db => db.Set<Duty>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task Refuses_while_a_unit_is_unknown(Site site)
    {
        var scene = await WithOrgans(site);
        var draft = await scene.Read(Text.Replace("县教育体育局", "县航天发射中心", StringComparison.Ordinal));
        await scene.WaveAll(draft);

        Assert.Equal("duties.open-matters", Assert.Single((await scene.Adopt(draft)).Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task Asks_for_a_reason_to_wave_a_doubt_through(Site site)
    {
        var scene = await WithOrgans(site);
        var id = await scene.Read(Text);
        var draft = await scene.Draft(id);

        Refused(await site.As(Officer).Run((SettleDoubt act) => act.Run(id, draft.Read().Doubts[0].Number, waved: true, "好", draft.Version, Stop)), "duties.reason-too-short");
    }

    [Theory, EachEngine]
    public async Task Changes_nothing_when_the_same_file_is_adopted_again(Site site)
    {
        var scene = await Make(site);
        var before = await Everything(scene);

        var again = await scene.AdoptAll(await scene.Read(Text));

        Assert.Equal(scene.Plan, again);
        Assert.Equal(before, await Everything(scene));
    }

    [Theory, EachEngine]
    public async Task Shows_what_another_version_would_change_before_it_does(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Read(Changed);

        var changes = (await site.As(Officer).Run((DraftScreen screen) => screen.Of(id, Stop))).Changes;

        Assert.Equal([TaskFate.Changed, TaskFate.Same, TaskFate.Same, TaskFate.Same, TaskFate.Same, TaskFate.Same, TaskFate.Same, TaskFate.New, TaskFate.Gone], changes.Select(change => change.Fate));
        Assert.Equal(0, await scene.Query(db => db.Set<Duty>().CountAsync(duty => duty.DroppedOn != null, Stop)));
    }

    [Theory, EachEngine]
    public async Task Takes_another_version_as_a_difference_and_keeps_the_evidence(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(2, "market", "2026-02-20"));
        site.Clock.SetDay("2026-03-10");

        await scene.AdoptAll(await scene.Read(Changed));

        Assert.Equal(new DateOnly(2026, 4, 30), Assert.Single((await scene.Line(1, "education")).Occurrences).DueOn);
        Assert.Equal(1, (await scene.Line(2, "market")).MetCount);
        Assert.Equal(1, await scene.Query(db => db.Set<Evidence>().CountAsync(Stop)));
        Assert.Contains("新开", (await scene.Duty(8)).Text, StringComparison.Ordinal);
        var gone = await scene.Query(db => db.Set<Duty>().SingleAsync(duty => duty.DroppedOn == new DateOnly(2026, 3, 10), Stop));
        Assert.All(await scene.Query(db => db.Set<Assignment>().Where(line => line.DutyId == gone.Id).ToListAsync(Stop)), line => Assert.Equal(new DateOnly(2026, 3, 10), line.WaivedOn));
    }

    [Theory, EachEngine]
    public async Task Reads_a_table_of_its_own_beside_the_plan_and_keeps_both_limits_where_they_differ(Site site)
    {
        var scene = await WithOrgans(site);
        var id = await scene.Read(Text, ("分解表.csv", Table("5月底前")));
        var draft = (await scene.Draft(id)).Read();

        Assert.Contains(draft.Doubts, doubt => doubt is { Code: "plans.row-limits-differ", Task: 1 });
        Assert.Equal([(LimitOrigin.Narrative, false), (LimitOrigin.Table, true)], draft.Tasks[0].Limits.Select(limit => (limit.Origin, limit.Governs)));
        Assert.Equal(new DateOnly(2026, 5, 31), draft.Tasks[0].Limits[1].Rule.Date);
        Assert.Equal(2, await scene.Query(db => db.Set<Gongkai.Platform.Files.StoredFile>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task Refuses_a_table_of_another_plan(Site site)
    {
        await WithOrgans(site);
        var table = new MemoryStream(Encoding.UTF8.GetBytes("| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 1 | 修好三座桥 | 县交通局 | 5月底前 |\n| 2 | 种下一千棵树 | 县林业局 | 6月底前 |\n"));

        var read = await site.As(Officer).Run((ReadPlan act) => act.Run("要点.txt", new MemoryStream(Encoding.UTF8.GetBytes(Text)), 2026, ("分解表.md", table), Stop));

        Assert.Equal("duties.table-of-another-plan", Assert.Single(read.Refusals).Code);
    }

    private static string Changed => Text
        .Replace("3月底前完成。（责任单位：县教育体育局）", "4月底前完成。（责任单位：县教育体育局）", StringComparison.Ordinal)
        .Replace("8.全年举办公开业务培训不少于2次，9月底前发布培训材料。", "8.新开一个热线专席，10月底前接通。", StringComparison.Ordinal);

    private static MemoryStream Table(string limit) => new(Encoding.UTF8.GetBytes(
        $"| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 1 | 公布县城学校的招生范围，3月底前完成。 | 县教育体育局 | {limit} |\n| 2 | 公布便民服务点的位置和开门时间，6月底前完成。 | 各镇街 | 6月底前 |\n"));

    /// <summary>All that a second adoption must not double or touch.</summary>
    private static Task<string> Everything(LedgerScene scene) => scene.Query(async db =>
    {
        var duties = await db.Set<Duty>().AsNoTracking().Include(d => d.Limits).OrderBy(d => d.Id).ToListAsync(Stop);
        var lines = await db.Set<Assignment>().AsNoTracking().Include(a => a.Occurrences).OrderBy(a => a.Id).ToListAsync(Stop);
        return string.Join('\n', duties.Select(d => $"{d.Id} {d.Version} {d.Text} {string.Join(',', d.Limits.Select(l => l.Id).Order())}"))
            + string.Join('\n', lines.Select(a => $"{a.Id} {a.Version} {a.WaivedOn} {string.Join(',', a.Occurrences.Select(o => o.Id).Order())}"));
    });
}
