using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Plans;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>A plan adopted again undoes nothing that the office decided since, and forgets nothing that was late.</summary>
public sealed class ReadoptionTests
{
    [Theory, EachEngine]
    public async Task Leaves_a_waived_line_waived_and_makes_no_second(Site site)
    {
        var scene = await Make(site);
        var line = (await scene.Lines(3))[0];
        Done(await site.As(Officer).Run((WaiveLine act) => act.Run(line.Id, "镇里没有服务点", line.Version, Stop)));

        await scene.AdoptAll(await scene.Read(Text));

        var lines = await scene.Lines(3);
        Assert.Equal(3, lines.Count);
        Assert.Equal("镇里没有服务点", lines.Single(l => l.Id == line.Id).WaivedReason);
    }

    [Theory, EachEngine]
    public async Task Leaves_a_line_with_the_organ_that_took_it_over(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(1, "education");
        var office = await scene.Organ("office");
        Done(await site.As(Officer).Run((HandOverLine act) => act.Run(line.Id, office, "职能已经划转", line.Version, Stop)));

        await scene.AdoptAll(await scene.Read(Text));

        var kept = Assert.Single(await scene.Lines(1));
        Assert.Equal((line.Id, office, (DateOnly?)null), (kept.Id, kept.OrganId, kept.WaivedOn));
    }

    [Theory, EachEngine]
    public async Task Keeps_late_periods_and_the_cadence_of_the_office_where_only_words_changed(Site site)
    {
        var scene = await Make(site);
        site.Clock.SetDay("2026-05-06");
        var duty = await scene.Duty(5);
        var rule = new LimitRule(LimitKind.Periodic, "") { Recurrence = Recurrence.Monthly };
        Done(await site.As(Officer).Run((ChangeLimit act) => act.Run(duty.Id, rule, "经研究每月更新", duty.Version, Stop)));
        Assert.Equal(DutyState.Overdue, await scene.State(2, "market"));

        await scene.AdoptAll(await scene.Read(Text.Replace("药品抽检结果", "药品抽检的结果", StringComparison.Ordinal).Replace("政策咨询答复口径", "政策咨询的答复口径", StringComparison.Ordinal)));

        Assert.Equal(11, (await scene.Line(2, "market")).Occurrences.Count);
        Assert.Equal(DutyState.Overdue, await scene.State(2, "market"));
        Assert.Contains((await scene.Duty(5)).Limits, limit => limit is { Governs: true, Origin: LimitOrigin.Office, Recurrence: Recurrence.Monthly });
    }

    [Theory, EachEngine]
    public async Task Counts_the_day_that_filled_the_quota_in_whatever_order_it_is_looked_at(Site site)
    {
        var scene = await Make(site);
        var first = await scene.HandIn(7, "health", "2026-02-20", aspect: 1);
        var second = await scene.HandIn(7, "health", "2026-03-05", aspect: 2);

        await scene.Confirm(second);
        await scene.Confirm(first);

        var time = (await scene.Line(7, "health")).Occurrences.OrderBy(o => o.DueOn).First();
        Assert.Equal((new DateOnly(2026, 3, 5), true), (time.MetOn!.Value, time.MetLate));
    }
}
