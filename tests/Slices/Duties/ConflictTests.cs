using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>Two officers at the same thing: the second sees it, nothing of the first is overwritten, and nothing half is stored.</summary>
public sealed class ConflictTests
{
    [Theory, EachEngine]
    public async Task Tells_the_second_who_waives_what_was_shown_before_the_first_did(Site site)
    {
        var scene = await Make(site);
        var shown = await scene.Line(3, "hekou");
        Done(await site.As(Officer).Run((WaiveLine act) => act.Run(shown.Id, "镇里没有服务点", shown.Version, Stop)));

        Refused(await site.As(Officer).Run((WaiveLine act) => act.Run(shown.Id, "另一个人的理由", shown.Version, Stop)), "platform.changed-meanwhile");

        Assert.Equal("镇里没有服务点", (await scene.Line(3, "hekou")).WaivedReason);
    }

    [Theory, EachEngine]
    public async Task Tells_the_second_who_changes_a_limit(Site site)
    {
        var duty = await (await Make(site)).Duty(3);

        Done(await Change("先改的人说汛期后"));
        Refused(await Change("后改的人也想改"), "platform.changed-meanwhile");

        Task<Outcome> Change(string reason) => site.As(Officer).Run((ChangeLimit act) => act.Run(duty.Id, new(LimitKind.Date, "") { Date = new(2026, 8, 31) }, reason, duty.Version, Stop));
    }

    [Theory, EachEngine]
    public async Task Tells_the_second_who_settles_a_doubt_of_the_same_draft(Site site)
    {
        var scene = await WithOrgans(site);
        var id = await scene.Read(Text);
        var draft = await scene.Draft(id);
        var doubts = draft.Read().Doubts;

        Done(await Settle(doubts[0].Number));
        Refused(await Settle(doubts[1].Number), "platform.changed-meanwhile");

        Task<Outcome> Settle(int doubt) => site.As(Officer).Run((SettleDoubt act) => act.Run(id, doubt, waved: true, "与原件核对无误", draft.Version, Stop));
    }

    /// <summary>Both have loaded the line before either saves: the version that was shown is right for both, and the database decides.</summary>
    [Theory, EachEngine]
    public async Task Tells_the_second_who_commits_even_when_both_began_at_once(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(3, "hekou");
        await using var second = (await site.Services()).CreateAsyncScope();
        second.ServiceProvider.GetRequiredService<ActorContext>().Current = Officer;
        await second.ServiceProvider.GetRequiredService<Db>().Set<Assignment>().SingleAsync(a => a.Id == line.Id, Stop); // what its act will find

        Done(await site.As(Officer).Run((WaiveLine act) => act.Run(line.Id, "镇里没有服务点", line.Version, Stop)));
        var late = await second.ServiceProvider.GetRequiredService<WaiveLine>().Run(line.Id, "另一个人的理由", line.Version, Stop);

        Refused(late, "platform.changed-meanwhile");
        Assert.Equal("镇里没有服务点", (await scene.Line(3, "hekou")).WaivedReason);
        Assert.Equal(1, await scene.Query(db => db.Set<Gongkai.Platform.Audit.AuditEntry>().CountAsync(entry => entry.Act == "duties.WaiveLine", Stop)));
    }

    /// <summary>The new limit falls on the same day as the old one; the line's times are others all the same.</summary>
    [Theory, EachEngine]
    public async Task Keeps_the_time_that_evidence_came_for_while_its_limit_was_being_changed(Site site)
    {
        var scene = await Make(site);
        var duty = await scene.Duty(3);
        await using var second = (await site.Services()).CreateAsyncScope();
        second.ServiceProvider.GetRequiredService<ActorContext>().Current = Officer;
        await second.ServiceProvider.GetRequiredService<Db>().Set<Assignment>().Include(a => a.Occurrences).Where(a => a.DutyId == duty.Id).ToListAsync(Stop);

        var evidence = await scene.HandIn(3, "hekou", "2026-03-05");
        var late = await second.ServiceProvider.GetRequiredService<ChangeLimit>().Run(duty.Id, new(LimitKind.Date, "") { Date = new(2026, 6, 30) }, "写成确切的日期", duty.Version, Stop);

        Refused(late, "platform.changed-meanwhile");
        await scene.Confirm(evidence);
    }

    [Theory, EachEngine]
    public async Task Lets_one_of_many_who_confirm_at_once_do_it(Site site)
    {
        var scene = await Make(site);
        var id = await scene.HandIn(1, "education", "2026-03-20");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Try(site, id))));

        Assert.Single(outcomes, done => done);
        var line = await scene.Line(1, "education");
        Assert.Equal((1, 0, 1), (line.MetCount, line.WaitingCount, line.Occurrences[0].ConfirmedCount));
    }

    [Theory, EachEngine]
    public async Task Loses_no_evidence_that_two_hand_in_at_once(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(1, "education");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() =>
            site.As(Officer).Run((RecordEvidence act) => act.Run(line.Id, line.Occurrences[0].Id, new($"材料{n}") { Note = "说明" }, Stop)))));

        var done = outcomes.Count(outcome => outcome.IsDone);
        Assert.InRange(done, 1, 6);
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Equal("platform.changed-meanwhile", outcome.Refusals[0].Code));
        Assert.Equal(done, await scene.Query(db => db.Set<Evidence>().CountAsync(Stop)));
        Assert.Equal(done, (await scene.Line(1, "education")).WaitingCount);
    }

    private static async Task<bool> Try(Site site, EvidenceId id) => (await site.As(Officer).Run((ConfirmEvidence act) => act.Run(id, Stop))).IsDone;
}
