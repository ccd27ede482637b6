using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>What evidence does to a line: handed in, found good by another person, or sent back.</summary>
public sealed class EvidenceTests
{
    [Theory, EachEngine]
    public async Task Meets_a_duty_once_another_person_finds_it_good(Site site)
    {
        var scene = await Make(site);
        var id = await scene.HandIn(1, "education", "2026-03-31");
        Assert.Equal((1, 0, 1), Counts(await scene.Line(1, "education")));

        site.Clock.SetDay("2026-04-08");
        Assert.Equal(DutyState.Overdue, await scene.State(1, "education"));
        await scene.Confirm(id);

        var line = await scene.Line(1, "education");
        Assert.Equal((0, 1, 0), Counts(line));
        Assert.Equal(new DateOnly(2026, 3, 31), line.Occurrences[0].MetOn);
        Assert.Equal(DutyState.Met, await scene.State(1, "education"));
    }

    [Theory, EachEngine]
    public async Task Counts_as_late_from_the_day_after_the_last(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(1, "education", "2026-04-01"));

        Assert.Equal(1, (await scene.Line(1, "education")).MetLateCount);
        Assert.Equal(DutyState.MetLate, await scene.State(1, "education"));
    }

    [Theory, EachEngine]
    public async Task Fills_a_quota_piece_by_piece(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(8, "office", "2026-09-20")); // the training material of September
        await scene.Confirm(await scene.HandIn(8, "office", "2026-10-20"));
        Assert.Equal((1, 1, 0), Counts(await scene.Line(8, "office")));

        await scene.Confirm(await scene.HandIn(8, "office", "2026-11-20"));
        Assert.Equal((0, 2, 0), Counts(await scene.Line(8, "office")));
    }

    [Theory, EachEngine]
    public async Task Fills_a_quota_at_once_with_evidence_that_shows_several(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(8, "office", "2026-09-20"));
        await scene.Confirm(await scene.HandIn(8, "office", "2026-10-20", pieces: 2));

        Assert.Equal((0, 2, 0), Counts(await scene.Line(8, "office")));
    }

    [Theory, EachEngine]
    public async Task Asks_for_every_aspect_of_a_quota(Site site)
    {
        var scene = await Make(site);
        await scene.Confirm(await scene.HandIn(7, "health", "2026-02-20", aspect: 1));
        await scene.Confirm(await scene.HandIn(7, "health", "2026-02-21", aspect: 1));
        Assert.Equal(0, (await scene.Line(7, "health")).MetCount);

        await scene.Confirm(await scene.HandIn(7, "health", "2026-02-24", aspect: 2));
        var first = (await scene.Line(7, "health")).Occurrences.OrderBy(o => o.DueOn).First();
        Assert.Equal((3, new DateOnly(2026, 2, 24)), (first.ConfirmedCount, first.MetOn!.Value));
    }

    [Theory, EachEngine]
    public async Task Leaves_the_duty_open_when_it_is_sent_back(Site site)
    {
        var scene = await Make(site);
        var id = await scene.HandIn(1, "education", "2026-03-20");

        Done(await site.As(Officer).Run((ReturnEvidence act) => act.Run(id, "附件不是这件事的", Stop)));

        Assert.Equal((1, 0, 0), Counts(await scene.Line(1, "education")));
        var evidence = await scene.Query(db => db.Set<Evidence>().SingleAsync(Stop));
        Assert.Equal((EvidenceState.Returned, "附件不是这件事的"), (evidence.State, evidence.ReturnReason));
        Refused(await site.As(Officer).Run((ConfirmEvidence act) => act.Run(id, Stop)), "duties.evidence-judged");
    }

    [Theory, EachEngine]
    public async Task Is_never_judged_by_the_person_who_handed_it_in(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(1, "education");
        var both = Clerk.Within(line.OrganId.Value, DutyPermissions.RecordEvidence, DutyPermissions.ConfirmEvidence);
        var id = (await site.As(both).Run((RecordEvidence act) => act.Run(line.Id, line.Occurrences[0].Id, new("招生范围") { Note = "已张贴" }, Stop))).Made;

        Refused(await site.As(both).Run((ConfirmEvidence act) => act.Run(id, Stop)), "duties.own-evidence");
        Refused(await site.As(both).Run((ReturnEvidence act) => act.Run(id, "我自己退回", Stop)), "duties.own-evidence");
    }

    [Theory]
    [EachEngine("", "https://a.example/", null, 1, "duties.title-missing")]
    [EachEngine("材料", null, null, 1, "duties.evidence-empty")]
    [EachEngine("材料", "javascript:alert(1)", null, 1, "duties.address-unusable")]
    [EachEngine("材料", "ftp://a.example/", null, 1, "duties.address-unusable")]
    [EachEngine("材料", null, "有说明", 0, "duties.count-unusable")]
    public async Task Is_refused_where_it_shows_nothing(Site site, string title, string? url, string? note, int pieces, string code)
    {
        var scene = await Make(site);
        var line = await scene.Line(1, "education");

        var made = await site.As(Officer).Run((RecordEvidence act) => act.Run(line.Id, line.Occurrences[0].Id, new(title) { Url = url, Note = note, Pieces = pieces }, Stop));

        Assert.Contains(code, made.Refusals.Select(reason => reason.Code));
    }

    [Theory, EachEngine]
    public async Task Is_not_taken_from_an_organ_that_only_cooperates(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(2, "health");

        var made = await site.As(Officer).Run((RecordEvidence act) => act.Run(line.Id, Guid.Empty, new("材料") { Note = "说明" }, Stop));

        Assert.Contains("duties.follows", made.Refusals.Select(reason => reason.Code));
    }

    private static (int Open, int Met, int Waiting) Counts(Assignment line) => (line.OpenCount, line.MetCount, line.WaitingCount);
}
