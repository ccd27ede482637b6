using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Reviews after all what was released in an emergency (补审), by another hand than wrote or released it. What does not pass is withdrawn.</summary>
[Article("711", 17, Paragraph = 1), Permission(PublishingPermissions.ReviewSecrecy)]
internal sealed class ReviewAfterwards(Db db, DocumentStore store, SettingsStore settings, TimeProvider time)
{
    public async Task<Outcome> Run(DocumentId id, Judgement judgement, CancellationToken stop)
    {
        var document = await db.Get<Document>(id, stop);
        db.Demand(this, document.OrganId.Value);
        if (document.PublicEditionId is not { } current || await store.Open(document, current, stop) is not { Edition: { ReviewAfterwardsBy: not null, ReviewedAfterwardsAt: null } edition } opened) return Outcome.Refused("publishing.no-review-owed");
        var negative = (await settings.Get<PublishingSettings>(stop)).NegativeList;
        List<Refusal> reasons = [.. judgement.Against(ReviewKind.Secrecy), .. negative.Against(judgement)];
        if (db.Actor.AccountId is not { } hand) reasons.Add(new("publishing.no-hand"));
        else if (edition.Authors.Contains(hand) || opened.Reviews.Any(review => review.AccountId == hand)) reasons.Add(new("publishing.judged-by-self"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        judgement = negative.Held(judgement);
        var now = time.GetUtcNow();
        db.Add(new Review(NewId.At(time), edition, ReviewKind.Secrecy, judgement, db.Actor.AccountId, db.Actor.Name, now, afterwards: true));
        edition.ReviewedAfterwards(now);
        if (!judgement.Passed)
        {
            document.Withdraw(judgement.Conclusion, now);
        }
        db.Record(this, new(Subjects.Document, id.Value), judgement.Conclusion.Trim(), document.OrganId.Value);
        return await db.Commit(stop);
    }
}
