using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Jobs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>The life of a document: written, handed in, reviewed, signed, published, revised, withdrawn.</summary>
public sealed class DocumentLifeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_document_becomes_public_with_an_address_and_an_index_number_of_its_own(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Published();
        var second = await scene.Published(content: Said("2026年教师招聘公告") with { WishedAddress = "teachers-2026" });

        var view = (await scene.Public("education-2026-1"))!;
        Assert.Equal("education/2026-00001", view.Document.IndexNumber);
        Assert.Equal("<h2>一、报名时间</h2>\n<p>3月20日至3月25日。</p>\n<p class=\"end\">县教育体育局</p>\n", view.Html);
        Assert.Equal(site.Clock.GetUtcNow(), view.Document.FirstPublishedAt);
        Assert.Equal(EditionState.Published, view.Edition!.State);
        Assert.Equal("education/2026-00002", (await scene.Public("teachers-2026"))!.Document.IndexNumber);
        var acts = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().Where(entry => entry.SubjectId == id.Value).Select(entry => entry.Act).ToListAsync(Stop));
        Assert.Equal(["publishing.BeginDocument", "publishing.PublishEdition", "publishing.ReviewSecrecy", "publishing.SignEdition", "publishing.SubmitDraft"], acts.Order(StringComparer.Ordinal));
        Assert.NotEqual(id, second);
    }

    [Theory, EachEngine]
    public async Task What_is_public_stays_until_the_revision_takes_its_place(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Published();
        Done(await site.As(scene.Author).Run((BeginEdition act) => act.Run(id, ChangeKind.Major, "报名延长两天", Stop)));
        Assert.Equal(["publishing.edition-open"], Codes(await site.As(scene.Author).Run((BeginEdition act) => act.Run(id, ChangeKind.Minor, "再开一版", Stop))));
        Done(await scene.Save(id, Said(text: "报名至3月27日。")));
        Assert.Contains("3月25日", (await scene.Public("education-2026-1"))!.Html, StringComparison.Ordinal);

        await scene.Sign(id);
        Done(await scene.Publish(id));

        var view = (await scene.Public("education-2026-1"))!;
        Assert.Equal("<p>报名至3月27日。</p>\n", view.Html);
        Assert.Equal([(2, EditionState.Published, "报名延长两天"), (1, EditionState.Superseded, "")], view.Editions.Select(edition => (edition.Number, edition.State, edition.ChangeNote)));
        Assert.Equal("education/2026-00001", view.Document.IndexNumber);
    }

    [Theory, EachEngine]
    public async Task A_returned_draft_goes_back_to_its_author_with_the_remark(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Done(await scene.Submit(id));
        Assert.Equal(["publishing.not-open"], Codes(await scene.Save(id, Said("改标题"))));

        Done(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, Refused));

        Assert.Equal(EditionState.Returned, (await scene.Open(id)).State);
        Done(await scene.Save(id, Said(text: "报名至3月27日。")));
        await scene.Sign(id);
        Assert.Equal(EditionState.Approved, (await scene.Open(id)).State);
    }

    [Theory, EachEngine]
    public async Task Of_two_who_edit_one_draft_the_second_is_told_and_overwrites_nothing(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        var seen = (await scene.Open(id)).Version;
        Done(await scene.Save(id, Said("先保存的标题"), seen));

        Assert.Equal(["publishing.saved-by-another"], Codes(await scene.Save(id, Said("后保存的标题"), seen)));

        Assert.Equal("先保存的标题", (await scene.Open(id)).Title);
    }

    [Theory, EachEngine]
    public async Task An_address_that_is_taken_or_cannot_be_one_is_refused(Site site)
    {
        var scene = await Make(site);
        await scene.Begin(content: Said() with { WishedAddress = "zhaosheng-2026" });

        foreach (var (wished, code) in new[] { ("Zhaosheng-2026", "publishing.address-taken"), ("招生", "publishing.address-unusable"), ("-a-", "publishing.address-unusable"), ("../../etc", "publishing.address-unusable"), (new string('a', 61), "publishing.address-unusable") })
        {
            var begun = await site.As(scene.Author).Run((BeginDocument act) => act.Run(scene.Education, "notice", Said() with { WishedAddress = wished }, [], Stop));
            Assert.Equal([code], begun.Refusals.Select(reason => reason.Code));
        }
    }

    [Theory, EachEngine]
    public async Task A_withdrawn_document_says_so_and_can_come_back_as_a_new_edition(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Published();
        Done(await site.As(scene.Author).Run((WithdrawDocument act) => act.Run(id, "报名办法将重新公布", Stop)));

        var gone = (await scene.Public("education-2026-1"))!;
        Assert.Null(gone.Edition);
        Assert.Equal("报名办法将重新公布", gone.Document.WithdrawnReason);
        Assert.Equal(["publishing.not-public"], Codes(await site.As(scene.Author).Run((WithdrawDocument act) => act.Run(id, "再撤一次", Stop))));

        Done(await site.As(scene.Author).Run((BeginEdition act) => act.Run(id, ChangeKind.Major, "重新公布办法", Stop)));
        await scene.Sign(id);
        Done(await scene.Publish(id));
        Assert.NotNull((await scene.Public("education-2026-1"))!.Edition);
    }

    [Theory, EachEngine]
    public async Task A_merged_document_leads_to_the_one_that_stays(Site site)
    {
        var scene = await Make(site);
        var stays = await scene.Published();
        var goes = await scene.Published(content: Said("重复发布的公告"));
        Assert.Equal(["publishing.merge-target-missing"], Codes(await site.As(scene.Author).Run((MergeDocument act) => act.Run(goes, "education-2026-2", "与自己合并", Stop))));

        Done(await site.As(scene.Author).Run((MergeDocument act) => act.Run(goes, "education-2026-1", "重复发布", Stop)));

        Assert.Equal("education-2026-1", (await scene.Public("education-2026-2"))!.MovedTo);
        Assert.Equal(["publishing.document-merged"], Codes(await site.As(scene.Author).Run((BeginEdition act) => act.Run(goes, ChangeKind.Major, "改了再发", Stop))));
        Assert.NotEqual(stays, goes);
    }

    [Theory, EachEngine]
    public async Task A_discarded_draft_leaves_what_is_public_and_its_own_trace(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Published();
        Done(await site.As(scene.Author).Run((BeginEdition act) => act.Run(id, ChangeKind.Minor, "更正错字", Stop)));
        Done(await site.As(scene.Author).Run((DiscardEdition act) => act.Run(id, "不用改了", Stop)));

        Assert.Equal([EditionState.Published, EditionState.Discarded], (await scene.Editions(id)).Select(edition => edition.State));
        Assert.Null((await scene.Of(id)).Open);
    }

    [Theory, EachEngine]
    public async Task What_is_set_for_an_hour_is_published_then_once_and_by_one_machine(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Signed();
        var hour = site.Clock.GetUtcNow() + TimeSpan.FromHours(2);
        Assert.Equal(["publishing.hour-past"], Codes(await site.As(scene.Author).Run((ScheduleEdition act) => act.Run(id, site.Clock.GetUtcNow(), null, Stop))));
        Done(await site.As(scene.Author).Run((ScheduleEdition act) => act.Run(id, hour, null, Stop)));
        var releases = (await site.Services()).GetRequiredService<ScheduledReleases>();
        site.Clock.Pass(TimeSpan.FromMinutes(119));
        Assert.Equal(0, await releases.Run(Stop));
        site.Clock.Pass(TimeSpan.FromMinutes(1));

        var published = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => releases.Run(Stop), Stop)));

        Assert.Equal(1, published.Sum());
        Assert.Equal(hour, (await scene.Public("education-2026-1"))!.Document.FirstPublishedAt);
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "publishing.ReleaseScheduled", Stop)));
    }

    [Theory, EachEngine]
    public async Task An_hour_beyond_every_calendar_is_refused(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Signed();

        foreach (var day in new[] { DateOnly.MinValue, DateOnly.MaxValue })
            Assert.Equal(["publishing.day-beyond-calendar"], Codes(await site.As(scene.Author).Run((ScheduleEdition act) => act.Run(id, site.Clock.InstantAt(day, new(8, 30)), null, Stop))));
    }

    [Theory, EachEngine]
    public async Task An_hour_can_be_called_off(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Signed();
        Done(await site.As(scene.Author).Run((ScheduleEdition act) => act.Run(id, site.Clock.GetUtcNow() + TimeSpan.FromHours(2), null, Stop)));
        Done(await site.As(scene.Author).Run((CallOffSchedule act) => act.Run(id, Stop)));
        site.Clock.Pass(TimeSpan.FromHours(3));

        Assert.Equal(0, await (await site.Services()).GetRequiredService<ScheduledReleases>().Run(Stop));
        Assert.Equal(EditionState.Approved, (await scene.Open(id)).State);
    }

    [Theory, EachEngine]
    public async Task A_text_that_changed_after_its_reviews_is_not_published_at_its_hour_and_somebody_is_told(Site site)
    {
        var scene = await Make(site);
        var account = await site.AddAccountWithin("fang", scene.Education.Value);
        var id = await scene.Signed();
        Done(await site.As(scene.Author).Run((ScheduleEdition act) => act.Run(id, site.Clock.GetUtcNow() + TimeSpan.FromHours(1), null, Stop)));
        var edition = (await scene.Open(id)).Id;
        // Somebody with the database open writes past every act.
        await site.AsSystem().Run((Db db) => db.Set<EditionText>().Where(text => text.EditionId == edition).ExecuteUpdateAsync(set => set.SetProperty(text => text.Blocks, "[]"), Stop));
        await site.AsSystem().Run((Db db) => db.Set<Edition>().Where(one => one.Id == edition).ExecuteUpdateAsync(set => set.SetProperty(one => one.SubmittedBy, account.Id), Stop));
        site.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(1, await (await site.Services()).GetRequiredService<ScheduledReleases>().Run(Stop)); // the turn was done: it said no

        var open = await scene.Open(id);
        Assert.Equal((EditionState.Approved, "publishing.text-changed"), (open.State, open.ScheduleProblem));
        Assert.Null((await scene.Of(id)).Document.Address);
        var message = await site.AsSystem().Run((Db db) => db.Set<Gongkai.Platform.Messages.Message>().SingleAsync(one => one.AccountId == account.Id, Stop));
        Assert.Contains("没有按时发布", message.Words, StringComparison.Ordinal);
        Assert.Contains("内容在审核之后改动过", message.Words, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Numbers_are_given_once_however_many_publish_at_the_same_moment(Site site)
    {
        var scene = await Make(site);
        await scene.Published();
        var ids = new List<Gongkai.Publishing.Contracts.DocumentId>();
        for (var i = 0; i < 6; i++) ids.Add(await scene.Signed(content: Said($"公告之{i}")));

        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => scene.Publish(id), Stop)));

        var numbers = await site.AsSystem().Run((Db db) => db.Set<Document>().Where(document => document.IndexNumber != null).Select(document => document.IndexNumber!).ToListAsync(Stop));
        Assert.Equal(1 + outcomes.Count(outcome => outcome.IsDone), numbers.Distinct().Count());
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Refusals));
    }
}
