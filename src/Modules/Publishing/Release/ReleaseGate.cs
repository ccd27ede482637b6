using Gongkai.Platform.Rights;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Types;

namespace Gongkai.Publishing.Release;

/// <summary>
/// The gate before publication (公开审查): what is not for the public does not pass, and nothing does that was not reviewed for secrecy and signed by
/// other hands than wrote it; for policy three different people look at it. Pure: pages ask it what to offer, acts ask it again when they act.
/// </summary>
internal static class ReleaseGate
{
    /// <summary>What must be judged before a document of a type is released, in the order in which it is.</summary>
    [Article("711", 17, Paragraph = 1), Article("711", 17, Paragraph = 2)]
    public static IReadOnlyList<ReviewKind> Needed(DocumentType type) => type.IsPolicy ? [ReviewKind.Content, ReviewKind.Secrecy, ReviewKind.Signature] : [ReviewKind.Secrecy, ReviewKind.Signature];

    /// <summary>What is still to be judged of this very text.</summary>
    public static IEnumerable<ReviewKind> Open(Edition edition, DocumentType type, IReadOnlyCollection<Review> reviews) => Needed(type).Where(kind => !reviews.Any(review => review.Kind == kind && review.Covers(edition)));

    /// <summary>Every reason against one person judging it now; empty when that person may.</summary>
    /// <param name="kind">What for.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="type">Its type.</param>
    /// <param name="reviews">Every review of the edition so far.</param>
    /// <param name="person">Who wants to; null for the system, which judges nothing.</param>
    public static IEnumerable<Refusal> AgainstJudging(ReviewKind kind, Edition edition, DocumentType type, IReadOnlyCollection<Review> reviews, Guid? person)
    {
        if (person is null) yield return new("publishing.no-hand");
        if (edition.State != EditionState.InReview)
        {
            yield return new("publishing.not-in-review");
            yield break;
        }
        var open = Open(edition, type, reviews).ToList();
        if (!open.Contains(kind)) yield return new(Needed(type).Contains(kind) ? "publishing.already-judged" : "publishing.not-asked-for");
        else if (kind == ReviewKind.Signature && open.Count > 1) yield return new("publishing.reviews-missing", "711/17.1");
        foreach (var reason in AgainstHand(kind, edition, type, [.. reviews.Where(review => review.Covers(edition))], person)) yield return reason;
    }

    /// <summary>Every reason against an edition becoming public, whoever asks and whatever its state says: each review is looked at again.</summary>
    /// <param name="document">Its document.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="digest">Digest of what it says at this moment, worked out anew.</param>
    /// <param name="type">Its type.</param>
    /// <param name="reviews">Every review of the edition.</param>
    [Article("711", 17, Paragraph = 1)]
    public static IEnumerable<Refusal> AgainstReleasing(Document document, Edition edition, string digest, DocumentType type, IReadOnlyCollection<Review> reviews)
    {
        if (document.Attribute != DisclosureAttribute.Active) yield return new("publishing.not-for-the-public", Disclosure.SourceOf(document.Ground));
        if (document.MergedIntoId is not null) yield return new("publishing.document-merged");
        if (edition.State is not (EditionState.Approved or EditionState.Scheduled)) yield return new("publishing.not-approved");
        if (digest != edition.Digest)
        {
            yield return new("publishing.text-changed", "711/17.1"); // no review says anything about this text
            yield break;
        }
        var covering = reviews.Where(review => review.Covers(edition)).ToList();
        foreach (var kind in Needed(type))
        {
            if (covering.FirstOrDefault(review => review.Kind == kind) is not { } review) yield return new(MissingCode(kind), kind == ReviewKind.Secrecy ? "711/17.2" : "711/17.1");
            else foreach (var reason in AgainstHand(kind, edition, type, [.. covering.Where(other => other.Id != review.Id && (kind == ReviewKind.Signature || other.Kind != ReviewKind.Signature))], review.AccountId)) yield return reason;
        }
    }

    /// <summary>Every reason against one hand: it wrote the text, or judged it already.</summary>
    private static IEnumerable<Refusal> AgainstHand(ReviewKind kind, Edition edition, DocumentType type, IReadOnlyCollection<Review> others, Guid? person)
    {
        var soFar = new HandsSoFar(edition.Authors, [.. others.Where(review => review.Kind != ReviewKind.Signature && review.AccountId is not null).Select(review => review.AccountId!.Value)]);
        if (kind != ReviewKind.Signature)
        {
            foreach (var reason in SeparateHands.AgainstReviewing(person, soFar)) yield return reason;
            if (type.IsPolicy && person is { } reviewer && soFar.Reviewed.Contains(reviewer)) yield return new("publishing.judged-by-self");
            yield break;
        }
        foreach (var reason in SeparateHands.AgainstSigning(person, soFar)) yield return reason;
        if (person is { } signer && soFar.Submitted.Contains(signer)) yield return new("publishing.signed-by-author");
    }

    private static string MissingCode(ReviewKind kind) => kind switch
    {
        ReviewKind.Content => "publishing.content-review-missing",
        ReviewKind.Secrecy => "publishing.secrecy-review-missing",
        _ => "publishing.signature-missing",
    };
}
