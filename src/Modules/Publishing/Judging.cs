using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing;

/// <summary>What the three acts of judging have in common: the gate is asked, the review is kept, and the edition goes on or back.</summary>
internal sealed class Judging(Db db, DocumentStore store, SettingsStore settings, TimeProvider time)
{
    /// <summary>Judges the open edition of a document.</summary>
    /// <param name="act">The act, whose permission is asked for.</param>
    /// <param name="id">The document.</param>
    /// <param name="kind">What for.</param>
    /// <param name="judgement">What the reviewer says.</param>
    /// <param name="seen">Digest of the text that the reviewer was looking at; another one means that it was changed since.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Record(object act, DocumentId id, ReviewKind kind, Judgement judgement, string? seen, CancellationToken stop)
    {
        if (await store.Open(act, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. judgement.Against(kind), .. ReleaseGate.AgainstJudging(kind, opened.Edition, opened.Type, opened.Reviews, db.Actor.AccountId)];
        if (kind == ReviewKind.Secrecy)
        {
            var negative = (await settings.Get<PublishingSettings>(stop)).NegativeList;
            reasons.AddRange(negative.Against(judgement));
            judgement = negative.Held(judgement);
        }
        if (opened.Edition.Digest != seen || opened.Digest() != seen) reasons.Add(new("publishing.text-changed", "711/17.1"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var review = new Review(NewId.At(time), opened.Edition, kind, judgement, db.Actor.AccountId, db.Actor.Name, time.GetUtcNow(), afterwards: false);
        db.Add(review);
        if (!judgement.Passed) opened.Edition.Return(withRemark: true);
        else if (!ReleaseGate.Open(opened.Edition, opened.Type, [.. opened.Reviews, review]).Any()) opened.Edition.Approve();
        opened.Edition.Judged();
        db.Record(act, new(Subjects.Document, id.Value), judgement.Conclusion.Trim() is { Length: > 0 } said ? said : null, opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
