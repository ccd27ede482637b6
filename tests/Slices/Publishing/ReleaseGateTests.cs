using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>Every way around the gate that somebody might try.</summary>
public sealed class ReleaseGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One person with every permission there is: still one pair of hands.</summary>
    private static Actor Almighty(DocumentScene scene) => Clerk.Within(
        scene.Education.Value, PublishingPermissions.SeeDrafts, PublishingPermissions.Draft, PublishingPermissions.ReviewContent, PublishingPermissions.ReviewSecrecy, PublishingPermissions.Sign, PublishingPermissions.Publish, PublishingPermissions.Emergency);

    [Theory, EachEngine]
    public async Task Nothing_is_published_that_nobody_reviewed_or_signed(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Assert.Equal(["publishing.not-approved", "publishing.secrecy-review-missing", "publishing.signature-missing"], Codes(await scene.Publish(id)));
        Done(await scene.Submit(id));
        Assert.Equal(["platform.not-reviewed", "publishing.reviews-missing"], Codes(await scene.Judge(id, ReviewKind.Signature, scene.Head)));
        Done(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer));
        Assert.Equal(["publishing.not-approved", "publishing.signature-missing"], Codes(await scene.Publish(id)));
        Assert.Null((await scene.Of(id)).Document.Address);
    }

    [Theory, EachEngine]
    public async Task Whoever_wrote_it_neither_reviews_nor_signs_it_with_whatever_permissions(Site site)
    {
        var scene = await Make(site);
        var one = Almighty(scene);
        var begun = await site.As(one).Run((BeginDocument act) => act.Run(scene.Education, "notice", Said(), [], Stop));
        Done(await site.As(one).Run((SubmitDraft act) => act.Run(begun.Made, Stop)));

        Assert.Equal(["platform.submitted-by-self"], Codes(await scene.Judge(begun.Made, ReviewKind.Secrecy, one)));
        Done(await scene.Judge(begun.Made, ReviewKind.Secrecy, scene.SecrecyReviewer));
        Assert.Equal(["publishing.signed-by-author"], Codes(await scene.Judge(begun.Made, ReviewKind.Signature, one)));
    }

    [Theory, EachEngine]
    public async Task Whoever_once_wrote_in_it_stays_its_author_when_another_hands_it_in(Site site)
    {
        var scene = await Make(site);
        var one = Almighty(scene);
        var id = await scene.Begin();
        Done(await scene.Save(id, Said("由别人改过的标题"), by: one));
        Done(await scene.Submit(id));

        Assert.Equal(["platform.submitted-by-self"], Codes(await scene.Judge(id, ReviewKind.Secrecy, one)));
    }

    [Theory, EachEngine]
    public async Task Whoever_reviewed_it_does_not_sign_it(Site site)
    {
        var scene = await Make(site);
        var one = Almighty(scene);
        var id = await scene.Begin();
        Done(await scene.Submit(id));
        Done(await scene.Judge(id, ReviewKind.Secrecy, one));

        Assert.Equal(["platform.not-reviewed", "platform.reviewed-by-self"], Codes(await scene.Judge(id, ReviewKind.Signature, one)).Union(["platform.not-reviewed"]).Order(StringComparer.Ordinal));
        Assert.Contains("platform.reviewed-by-self", Codes(await scene.Judge(id, ReviewKind.Signature, one)));
    }

    [Theory, EachEngine]
    public async Task Policy_is_looked_at_by_three_different_people(Site site)
    {
        var scene = await Make(site);
        var one = Almighty(scene);
        var id = await scene.Begin("policy");
        Done(await scene.Submit(id));
        Done(await scene.Judge(id, ReviewKind.Content, one));

        Assert.Equal(["publishing.judged-by-self"], Codes(await scene.Judge(id, ReviewKind.Secrecy, one)));
        Done(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer));
        Assert.Equal(["platform.reviewed-by-self"], Codes(await scene.Judge(id, ReviewKind.Signature, one)));
        Assert.Equal(["platform.reviewed-by-self"], Codes(await scene.Judge(id, ReviewKind.Signature, new(scene.SecrecyReviewer.AccountId!.Value, "保密审查员", null, [scene.Education.Value], [new(PublishingPermissions.Sign, scene.Education.Value)]))));
        Done(await scene.Judge(id, ReviewKind.Signature, scene.Head));
    }

    [Theory, EachEngine]
    public async Task A_review_holds_for_the_text_that_was_seen_and_for_no_other(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        var seen = (await scene.Open(id)).Digest;
        Done(await scene.Save(id, Said(text: "悄悄改过的正文。")));
        Done(await scene.Submit(id));
        Assert.Equal(["publishing.text-changed"], Codes(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, seen: seen)));

        Done(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer));
        Done(await site.As(scene.Author).Run((TakeBackDraft act) => act.Run(id, "再改一处", Stop)));
        Done(await scene.Save(id, Said(text: "审查之后又改的正文。")));
        Done(await scene.Submit(id));
        Assert.Contains("publishing.reviews-missing", Codes(await scene.Judge(id, ReviewKind.Signature, scene.Head)));
    }

    [Theory, EachEngine]
    public async Task A_review_of_one_document_does_not_serve_another(Site site)
    {
        var scene = await Make(site);
        var reviewed = await scene.Signed();
        var other = await scene.Begin();
        Done(await scene.Submit(other));
        var from = (await scene.Open(reviewed)).Id;
        var to = (await scene.Open(other)).Id;
        Assert.Equal((await scene.Open(reviewed)).Digest, (await scene.Open(other)).Digest); // the same words, to the letter
        Assert.NotEqual(from, to);

        Assert.Equal(["publishing.not-approved", "publishing.secrecy-review-missing", "publishing.signature-missing"], Codes(await scene.Publish(other)));
    }

    [Theory, EachEngine]
    public async Task A_state_that_was_forged_in_the_database_opens_nothing(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        var edition = (await scene.Open(id)).Id;
        await site.AsSystem().Run((Db db) => db.Set<Edition>().Where(one => one.Id == edition).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, EditionState.Approved), Stop));

        Assert.Equal(["publishing.secrecy-review-missing", "publishing.signature-missing"], Codes(await scene.Publish(id)));
    }

    [Theory, EachEngine]
    public async Task A_review_by_an_author_that_was_forged_in_the_database_opens_nothing(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Signed();
        var edition = (await scene.Open(id)).Id;
        await site.AsSystem().Run((Db db) => db.Set<Review>().Where(review => review.EditionId == edition && review.Kind == ReviewKind.Secrecy).ExecuteUpdateAsync(set => set.SetProperty(review => review.AccountId, scene.Author.AccountId), Stop));

        Assert.Contains("platform.submitted-by-self", Codes(await scene.Publish(id)));
    }

    [Theory, EachEngine]
    public async Task A_secrecy_review_needs_a_basis_and_a_conclusion(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Done(await scene.Submit(id));

        Assert.Equal(["publishing.basis-missing", "publishing.conclusion-missing", "publishing.list-not-compared"], Codes(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, new(true))));
        Assert.Equal(["publishing.remark-missing"], Codes(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, new(false))));
    }

    [Theory, EachEngine]
    public async Task A_line_of_the_negative_list_that_applies_lets_nothing_pass_on_any_of_the_three_ways(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Done(await scene.Submit(id));
        var line = new PublishingSettings().Negative[2];
        var applies = Passed with { Applying = [line, "不在清单里的一行"] };

        Assert.Equal(["publishing.negative-applies"], Codes(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, applies)));
        Assert.Equal(["publishing.list-not-compared"], Codes(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, Passed with { ListSeen = "" })));
        Assert.Equal(["publishing.list-changed"], Codes(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, applies with { ListSeen = "00000000" }))); // the line was reworded since
        Assert.Contains("publishing.negative-applies", Codes(await site.As(scene.Head).Run((PublishInEmergency act) => act.Run(id, applies, "群众急需知道", Stop))));
        Done(await site.As(scene.Head).Run((PublishInEmergency act) => act.Run(id, Passed, "群众急需知道", Stop)));
        Assert.Equal(["publishing.negative-applies"], Codes(await site.As(scene.SecrecyReviewer).Run((ReviewAfterwards act) => act.Run(id, applies, Stop))));

        Done(await site.As(scene.SecrecyReviewer).Run((ReviewAfterwards act) => act.Run(id, new(false, "公开后可能影响稳定", "负面清单") { Applying = [line, "不在清单里的一行"], ListSeen = new PublishingSettings().NegativeList.Mark }, Stop)));

        var kept = await site.AsSystem().Run((Db db) => db.Set<Review>().AsNoTracking().SingleAsync(review => review.IsAfterwards, Stop));
        Assert.Equal((line, new PublishingSettings().NegativeList.Mark), (kept.Applying, kept.List));
        Assert.Null((await scene.Of(id)).Document.PublicEditionId);
    }

    [Theory, EachEngine]
    public async Task What_is_kept_back_needs_a_ground_a_reason_and_a_day_and_is_never_published(Site site)
    {
        var scene = await Make(site);
        var begun = await site.As(scene.Author).Run((BeginDocument act) => act.Run(scene.Education, "notice", Said() with { Disclosure = new(DisclosureAttribute.Withheld) }, [], Stop));
        Assert.Equal(["publishing.attribute-reason-missing", "publishing.ground-missing", "publishing.reassessment-missing"], begun.Refusals.Select(reason => reason.Code).Order(StringComparer.Ordinal));
        Assert.Equal("711/18", begun.Refusals.Single(reason => reason.Code == "publishing.reassessment-missing").Source);

        var id = await scene.Signed(content: Said() with { Disclosure = new(DisclosureAttribute.Withheld, WithholdingGround.Deliberative, "还在讨论的稿子", new DateOnly(2026, 9, 1)) });
        Assert.Equal(["publishing.not-for-the-public"], Codes(await scene.Publish(id)));
        Assert.Equal(["publishing.not-for-the-public"], Codes(await site.As(scene.Head).Run((PublishInEmergency act) => act.Run(id, Passed, "群众急需知道", Stop))));

        Done(await site.As(scene.Reviewer).Run((ReassessDocument act) => act.Run(id, null, "已经定稿，可以公开", Stop)));
        Assert.Contains("publishing.secrecy-review-missing", Codes(await scene.Publish(id))); // the reviews said: keep it back
        await scene.Sign(id);
        Done(await scene.Publish(id));
    }

    [Theory, EachEngine]
    public async Task An_emergency_is_released_by_another_hand_and_reviewed_by_a_third_within_a_day(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Assert.Equal(["publishing.signed-by-author"], Codes(await site.As(new Actor(scene.Author.AccountId!.Value, "起草人", null, [scene.Education.Value], [new(PublishingPermissions.Emergency, scene.Education.Value)])).Run((PublishInEmergency act) => act.Run(id, Passed, "汛情紧急", Stop))));
        Done(await site.As(scene.Head).Run((PublishInEmergency act) => act.Run(id, Passed, "汛情紧急", Stop)));

        var edition = Assert.Single(await scene.Editions(id));
        Assert.Equal((EditionState.Published, site.Clock.GetUtcNow() + TimeSpan.FromHours(24)), (edition.State, edition.ReviewAfterwardsBy));
        Assert.Equal(["publishing.judged-by-self"], Codes(await site.As(new Actor(scene.Head.AccountId!.Value, "局长", null, [scene.Education.Value], [new(PublishingPermissions.ReviewSecrecy, scene.Education.Value)])).Run((ReviewAfterwards act) => act.Run(id, Passed, Stop))));
        Done(await site.As(scene.SecrecyReviewer).Run((ReviewAfterwards act) => act.Run(id, Passed, Stop)));
        Assert.Equal(["publishing.no-review-owed"], Codes(await site.As(scene.SecrecyReviewer).Run((ReviewAfterwards act) => act.Run(id, Passed, Stop))));
    }

    [Theory, EachEngine]
    public async Task An_emergency_release_that_does_not_pass_afterwards_is_withdrawn(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Done(await site.As(scene.Head).Run((PublishInEmergency act) => act.Run(id, Passed, "汛情紧急", Stop)));

        Done(await site.As(scene.SecrecyReviewer).Run((ReviewAfterwards act) => act.Run(id, new(false, "含有不宜公开的部署"), Stop)));

        Assert.Null((await scene.Public("education-2026-1"))!.Edition);
    }

    [Theory, EachEngine]
    public async Task Policy_comes_with_its_interpretation_or_a_day_for_it(Site site)
    {
        var scene = await Make(site);
        var policy = await scene.Signed("policy");
        Assert.Equal(["publishing.interpretation-missing"], Codes(await scene.Publish(policy)));
        Assert.Equal(["publishing.promise-too-late"], Codes(await scene.Publish(policy, new(2026, 3, 6)))); // three working days from Monday 2 March end on Thursday 5 March
        Assert.Equal(["publishing.promise-past"], Codes(await scene.Publish(policy, new(2026, 3, 1))));
        Done(await scene.Publish(policy, new(2026, 3, 5)));

        Assert.Equal(new DateOnly(2026, 3, 5), (await scene.Public("education-2026-1"))!.Document.InterpretationBy);
    }

    [Theory, EachEngine]
    public async Task An_interpretation_goes_public_with_its_policy_and_not_before(Site site)
    {
        var scene = await Make(site);
        var policy = await scene.Signed("policy");
        var explains = Said("招生政策解读") with { Explains = policy };
        var interpretation = await scene.Signed("interpretation", explains);
        Assert.Equal(["publishing.explained-not-public"], Codes(await scene.Publish(interpretation)));

        Done(await scene.Publish(policy));

        var view = (await scene.Public((await scene.Of(policy)).Document.Address!))!;
        Assert.Equal(["招生政策解读"], view.ExplainedBy.Select(other => other.Title));
        var back = (await scene.Public((await scene.Of(interpretation)).Document.Address!))!;
        Assert.Equal(["2026年义务教育招生公告"], back.Explains.Select(other => other.Title));
        Assert.Equal(view.Document.FirstPublishedAt, back.Document.FirstPublishedAt);
    }

    [Theory, EachEngine]
    public async Task A_draft_of_another_organ_cannot_be_named_to_learn_its_title(Site site)
    {
        var scene = await Make(site);
        var secret = await scene.Begin("policy", Said("尚未公开的政策"));
        var health = await site.Organ("health");
        var stranger = Clerk.Within(health.Value, PublishingPermissions.SeeDrafts, PublishingPermissions.Draft);

        var begun = await site.As(stranger).Run((BeginDocument act) => act.Run(health, "interpretation", Said("解读") with { Explains = secret }, [], Stop));

        Assert.Equal(["publishing.explains-nothing"], begun.Refusals.Select(reason => reason.Code));
    }

    [Theory, EachEngine]
    public async Task Other_organs_see_and_touch_nothing_of_a_draft(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Signed();
        var stranger = Clerk.Within((await site.Organ("health")).Value, [.. typeof(PublishingPermissions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!)]);

        await Assert.ThrowsAsync<ForbiddenException>(() => site.As(stranger).Run((Gongkai.Publishing.Queries.DocumentPage pages) => pages.Of(id, null, Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Publish(id, by: stranger));
        await Assert.ThrowsAsync<ForbiddenException>(() => site.As(stranger).Run((TakeBackDraft act) => act.Run(id, "与我无关", Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => site.As(stranger).Run((PublishInEmergency act) => act.Run(id, Passed, "与我无关", Stop)));
        var published = await scene.Published(content: Said("没有正在办理的一版"));
        await Assert.ThrowsAsync<ForbiddenException>(() => site.As(stranger).Run((TakeBackDraft act) => act.Run(published, "与我无关", Stop))); // not even that nothing is open
        Assert.Empty((await site.As(stranger).Run((Gongkai.Publishing.Queries.DocumentDesk desk) => desk.Page(new(Gongkai.Publishing.Queries.DeskTab.Signed), 0, Stop))).Lines);
    }
}
