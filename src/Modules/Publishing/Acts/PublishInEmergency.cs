using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>
/// Makes a draft public at once where the public must know now (应急发布): one person who did not write it reviews it for secrecy and signs it in one, and
/// others review it within a day. What checks find speaks against it as ever.
/// </summary>
[Article("711", 17, Paragraph = 2), Permission(PublishingPermissions.Emergency)]
internal sealed class PublishInEmergency(Db db, DocumentStore store, DocumentChecks checks, Releases releases, SettingsStore settings, TimeProvider time)
{
    /// <param name="id">The document.</param>
    /// <param name="secrecy">The secrecy review: basis and conclusion.</param>
    /// <param name="reason">Why it cannot wait.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, Judgement secrecy, string? reason, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        var (edition, now) = (opened.Edition, time.GetUtcNow());
        var wanted = await settings.Get<PublishingSettings>(stop);
        var negative = wanted.NegativeList;
        List<Refusal> reasons = [.. Reasons.Against(reason), .. secrecy.Against(ReviewKind.Secrecy), .. negative.Against(secrecy), .. edition.Head.AgainstSubmitting(opened.Type), .. opened.AgainstPictures(), .. await checks.Against(opened, stop)];
        if (opened.Document.Attribute != DisclosureAttribute.Active) reasons.Add(new("publishing.not-for-the-public"));
        if (edition.State is EditionState.Published or EditionState.Superseded or EditionState.Discarded) reasons.Add(new("publishing.nothing-open"));
        if (db.Actor.AccountId is not { } hand) reasons.Add(new("publishing.no-hand"));
        else if (edition.Authors.Contains(hand)) reasons.Add(new("publishing.signed-by-author"));
        if (opened.Digest() != edition.Digest) reasons.Add(new("publishing.text-changed", "711/17.1"));
        if (!secrecy.Passed) reasons.Add(new("publishing.emergency-not-passed"));
        if (reasons.Count > 0) return Outcome.Refused([.. reasons.DistinctBy(one => one.Code)]);
        secrecy = negative.Held(secrecy);

        foreach (var kind in (ReviewKind[])[ReviewKind.Secrecy, ReviewKind.Signature]) db.Add(new Review(NewId.At(time), edition, kind, secrecy, db.Actor.AccountId, db.Actor.Name, now, afterwards: false));
        edition.OweReview(now + TimeSpan.FromHours(wanted.AfterReviewHours));
        await releases.Release(opened, stop);
        db.Record(this, new(Subjects.Document, id.Value), reason!.Trim(), opened.Document.OrganId.Value);
        return await db.Commit(all, stop);
    }
}
