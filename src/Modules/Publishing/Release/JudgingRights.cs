using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Release;

/// <summary>Which permission each way of judging asks for, in the order in which a draft is judged.</summary>
internal static class JudgingRights
{
    public static readonly IReadOnlyList<(ReviewKind Kind, string Permission)> All =
    [
        (ReviewKind.Content, PublishingPermissions.ReviewContent),
        (ReviewKind.Secrecy, PublishingPermissions.ReviewSecrecy),
        (ReviewKind.Signature, PublishingPermissions.Sign),
    ];
}
