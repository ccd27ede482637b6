using Gongkai.Organs.Contracts;

namespace Gongkai.Publishing;

/// <summary>What may be done with catalogues and documents, and which ready-made role may do it.</summary>
internal static class PublishingPermissions
{
    public const string View = "publishing.view";
    public const string KeepCatalogue = "publishing.keep-catalogue";

    /// <summary>Sees documents of an organ that are not public, what was kept back among them.</summary>
    public const string SeeDrafts = "publishing.see-drafts";
    public const string Draft = "publishing.draft";
    public const string ReviewContent = "publishing.review-content";
    public const string ReviewSecrecy = "publishing.review-secrecy";
    public const string Sign = "publishing.sign";
    public const string Publish = "publishing.publish";
    public const string Withdraw = "publishing.withdraw";
    public const string Emergency = "publishing.emergency";

    /// <summary>Decides what is looked for before publication, and by which list secrecy is judged.</summary>
    public const string Settings = "publishing.settings";

    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("openness-officer", View, KeepCatalogue, SeeDrafts, Draft, Publish, Withdraw, Settings),
        new("clerk", View, KeepCatalogue, SeeDrafts, Draft, Publish),
        new("town-clerk", View, KeepCatalogue, SeeDrafts, Draft, Publish),
        new("leader", View, SeeDrafts, Sign, Emergency),
        new("head", View, SeeDrafts, Sign, Withdraw, Emergency),
        new("reviewer", View, SeeDrafts, ReviewContent),
        new("secrecy-reviewer", View, SeeDrafts, ReviewSecrecy),
        new("policy-drafter", View, SeeDrafts, Draft),
        new("legal-officer", View, SeeDrafts, ReviewContent),
        new("request-clerk", View),
        new("register-keeper", View),
        new("portal-operator", View),
        new("service-staff", View),
        new("assessor", View),
    ];
}
