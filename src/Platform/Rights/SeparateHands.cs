namespace Gongkai.Platform.Rights;

/// <summary>What has been done to one thing so far, and by whom: accounts, of which one person has one.</summary>
/// <param name="Submitted">Whoever wrote it or handed it in.</param>
/// <param name="Reviewed">Whoever has reviewed it so far; several where there are several reviews.</param>
public sealed record HandsSoFar(IReadOnlyCollection<Guid> Submitted, IReadOnlyCollection<Guid> Reviewed)
{
    /// <summary>One hand handed it in, nobody has looked at it yet.</summary>
    /// <param name="submitter">Null where the system itself made it.</param>
    public static HandsSoFar SubmittedBy(Guid? submitter) => new(submitter is { } one ? [one] : [], []);
}

/// <summary>
/// The one who submits does not review, the one who reviews does not sign (提交人不审核、审核人不签发): whatever posts the person holds.
/// Nothing is asked here but who did what; so no parameter and no setting can switch it off.
/// </summary>
public static class SeparateHands
{
    /// <summary>Every reason against this person reviewing it; empty when another hand submitted it.</summary>
    /// <param name="person">Who wants to; null for the system itself, which has no hand.</param>
    /// <param name="soFar">Who did what before.</param>
    public static IEnumerable<Refusal> AgainstReviewing(Guid? person, HandsSoFar soFar)
    {
        if (person is { } hand && soFar.Submitted.Contains(hand)) yield return new("platform.submitted-by-self");
    }

    /// <summary>Every reason against this person signing it: it was reviewed by another hand than the one that submitted it, and not by this one.</summary>
    /// <param name="person">Who wants to; null for the system itself, which signs nothing that nobody has reviewed either.</param>
    /// <param name="soFar">Who did what before.</param>
    public static IEnumerable<Refusal> AgainstSigning(Guid? person, HandsSoFar soFar)
    {
        if (!soFar.Reviewed.Except(soFar.Submitted).Any()) yield return new("platform.not-reviewed");
        if (person is { } hand && soFar.Reviewed.Contains(hand)) yield return new("platform.reviewed-by-self");
    }
}
