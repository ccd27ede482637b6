using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Plans;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>What an officer may do with a line or a duty, and what the organs hear of it.</summary>
public sealed class LineActsTests
{
    [Theory, EachEngine]
    public async Task Frees_an_organ_with_a_reason(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(3, "hekou");

        Refused(await site.As(Officer).Run((WaiveLine act) => act.Run(line.Id, "免", line.Version, Stop)), "duties.reason-too-short");
        Done(await site.As(Officer).Run((WaiveLine act) => act.Run(line.Id, "镇里没有服务点", line.Version, Stop)));

        Assert.Equal(DutyState.Waived, await scene.State(3, "hekou"));
        Assert.Equal(DutyState.Upcoming, await scene.State(3, "liushu"));
        var made = await site.As(Officer).Run((RecordEvidence act) => act.Run(line.Id, line.Occurrences[0].Id, new("材料") { Note = "说明" }, Stop));
        Assert.Contains("duties.waived", made.Refusals.Select(reason => reason.Code));
    }

    [Theory, EachEngine]
    public async Task Frees_nobody_of_what_was_met(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(1, "education", "2026-03-20"));
        var line = await scene.Line(1, "education");

        Refused(await site.As(Officer).Run((WaiveLine act) => act.Run(line.Id, "已经做完了", line.Version, Stop)), "duties.met");
    }

    [Theory, EachEngine]
    public async Task Hands_a_line_over_with_all_that_was_handed_in(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(2, "market", "2026-02-20"));
        var (line, to) = (await scene.Line(2, "market"), await scene.Organ("approval"));

        Done(await site.As(Officer).Run((HandOverLine act) => act.Run(line.Id, to, "职能已经划转", line.Version, Stop)));
        await site.Deliver();

        Assert.Equal(1, (await scene.Line(2, "approval")).MetCount);
        Assert.Equal(NoticeKind.HandedOver, (await Notices(scene, "approval")).First().Kind);
    }

    [Theory, EachEngine]
    public async Task Hands_no_line_over_that_has_evidence_waiting_or_to_an_organ_that_has_one(Site site)
    {
        var scene = await Make(site);
        var towns = await scene.Line(3, "hekou");
        var liushu = await scene.Organ("liushu");
        Refused(await site.As(Officer).Run((HandOverLine act) => act.Run(towns.Id, liushu, "并到柳树镇", towns.Version, Stop)), "duties.organ-has-line");

        await scene.HandIn(1, "education", "2026-03-20");
        var line = await scene.Line(1, "education");
        Refused(await site.As(Officer).Run((HandOverLine act) => act.Run(line.Id, liushu, "换一个单位", line.Version, Stop)), "duties.evidence-waits");
    }

    [Theory, EachEngine]
    public async Task Changes_a_limit_for_every_organ_that_has_not_begun(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(3, "liushu", "2026-03-10"));
        var duty = await scene.Duty(3);

        Done(await site.As(Officer).Run((ChangeLimit act) => act.Run(duty.Id, new(LimitKind.Date, "") { Date = new(2026, 8, 31) }, "汛期后再办", duty.Version, Stop)));

        Assert.Equal(new DateOnly(2026, 8, 31), (await scene.Line(3, "hekou")).NextDueOn);
        Assert.Contains((await scene.Line(3, "liushu")).Occurrences, o => o.MetOn == new DateOnly(2026, 3, 10));
        var limits = (await scene.Duty(3)).Limits;
        Assert.Equal([(LimitOrigin.Narrative, false), (LimitOrigin.Office, true)], limits.OrderBy(l => l.Origin).Select(l => (l.Origin, l.Governs)));
    }

    [Theory, EachEngine]
    public async Task Gives_a_duty_its_cadence_from_today_on(Site site)
    {
        var scene = await Make(site);
        Assert.Equal(DutyState.CadenceMissing, await scene.State(5, "publicity"));
        site.Clock.SetDay("2026-04-08");
        var duty = await scene.Duty(5);

        Done(await site.As(Officer).Run((ChangeLimit act) => act.Run(duty.Id, new(LimitKind.Periodic, "") { Recurrence = Recurrence.Quarterly }, "与上级一致", duty.Version, Stop)));

        var times = (await scene.Line(5, "publicity")).Occurrences.OrderBy(o => o.DueOn).Select(o => o.Label);
        Assert.Equal(["第二季度", "第三季度", "第四季度"], times);
        Assert.Equal(DutyState.Upcoming, await scene.State(5, "publicity"));
    }

    [Theory, EachEngine]
    public async Task Keeps_past_periods_as_they_were_when_a_rhythm_changes(Site site)
    {
        var scene = await Make(site);
        site.Clock.SetDay("2026-04-08");
        var duty = await scene.Duty(2);

        Done(await site.As(Officer).Run((ChangeLimit act) => act.Run(duty.Id, new(LimitKind.Periodic, "") { Recurrence = Recurrence.Quarterly }, "改为按季公布", duty.Version, Stop)));

        var times = (await scene.Line(2, "market")).Occurrences.OrderBy(o => o.DueOn).Select(o => o.Label);
        Assert.Equal(["2月", "3月", "第二季度", "第三季度", "第四季度"], times);
    }

    [Theory, EachEngine]
    public async Task Refuses_a_limit_in_the_past_and_a_rhythm_without_its_number(Site site)
    {
        var duty = await (await Make(site)).Duty(1);

        Refused(await Change(new(LimitKind.Date, "") { Date = new(2026, 3, 1) }), "duties.limit-in-past");
        Refused(await Change(new(LimitKind.Periodic, "") { Recurrence = Recurrence.EveryNDays }), "duties.limit-needs-days");
        Refused(await Change(new(LimitKind.Periodic, "") { Recurrence = Recurrence.Unspecified }), "duties.limit-needs-cadence");

        Task<Outcome> Change(LimitRule rule) => site.As(Officer).Run((ChangeLimit act) => act.Run(duty.Id, rule, "试一试这样", duty.Version, Stop));
    }

    [Theory, EachEngine]
    public async Task Tells_an_organ_once_however_often_the_event_is_delivered(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(1, "education");
        Done(await site.As(Officer).Run((RemindOrgan act) => act.Run(line.Id, "请尽快报送", Stop)));
        await site.Deliver();
        await scene.Query(db => db.Set<Gongkai.Platform.Events.Delivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.Position, 0), Stop));
        await site.Deliver();

        var notices = await Notices(scene, "education");
        Assert.Equal([NoticeKind.Assigned, NoticeKind.Reminded], notices.Select(notice => notice.Kind).Order());
        Assert.Equal("请尽快报送", notices.Single(notice => notice.Kind == NoticeKind.Reminded).Words);
    }

    [Theory, EachEngine]
    public async Task Tells_the_people_of_an_organ_once_and_its_administrator_nothing(Site site)
    {
        var scene = await Make(site);
        var clerk = await site.Appointed("zhou.min", "education", "clerk");
        var administrator = await site.Appointed("wu.gang", "education", "administrator");
        var shut = await site.Appointed("qian.jin", "education", "clerk", primary: false);
        await scene.Query(db => db.Set<Gongkai.Platform.Accounts.Account>().Where(a => a.Id == shut.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.SuspendedAt, site.Clock.GetUtcNow()), Stop));
        var line = await scene.Line(1, "education");
        Done(await site.As(Officer).Run((RemindOrgan act) => act.Run(line.Id, "请尽快报送", Stop)));
        await site.Deliver();
        await scene.Query(db => db.Set<Gongkai.Platform.Events.Delivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.Position, 0), Stop));
        await site.Deliver();

        var told = await scene.Query(db => db.Set<Gongkai.Platform.Messages.Message>().Where(m => m.AccountId == clerk.Id || m.AccountId == administrator.Id || m.AccountId == shut.Id).ToListAsync(Stop));
        var reminder = Assert.Single(told, message => message.Words.Contains("请尽快报送", StringComparison.Ordinal));
        Assert.Equal((clerk.Id, $"/console/ledger/{line.Id}"), (reminder.AccountId, reminder.Address));
        Assert.DoesNotContain(told, message => message.AccountId == administrator.Id || message.AccountId == shut.Id);
    }

    [Theory, EachEngine]
    public async Task Looks_back_on_last_year_and_on_nothing_younger(Site site)
    {
        var scene = await Make(site);
        var duty = await scene.Duty(1);
        Refused(await site.As(Officer).Run((FindInLookBack act) => act.Run(duty.Id, LookBackResult.Done, "已经上线运行", Stop)), "duties.look-back-too-early");

        site.Clock.SetDay("2027-02-01");
        Done(await site.As(Officer).Run((FindInLookBack act) => act.Run(duty.Id, LookBackResult.Partly, "只发了一半", Stop)));
        Done(await site.As(Officer).Run((FindInLookBack act) => act.Run(duty.Id, LookBackResult.Done, "补发了另一半", Stop)));

        var found = await scene.Query(db => db.Set<LookBack>().SingleAsync(Stop));
        Assert.Equal((LookBackResult.Done, "补发了另一半"), (found.Result, found.Note));
    }

    private static async Task<List<Notice>> Notices(LedgerScene scene, string organ)
    {
        var id = await scene.Organ(organ);
        return await scene.Query(db => db.Set<Notice>().Where(n => n.OrganId == id).OrderByDescending(n => n.At).ThenByDescending(n => n.Kind).ToListAsync(Stop));
    }
}
