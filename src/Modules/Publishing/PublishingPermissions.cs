using Gongkai.Organs.Contracts;

namespace Gongkai.Publishing;

/// <summary>What may be done with catalogues, and which ready-made role may do it.</summary>
internal static class PublishingPermissions
{
    public const string View = "publishing.view";
    public const string KeepCatalogue = "publishing.keep-catalogue";

    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("openness-officer", View, KeepCatalogue),
        new("clerk", View, KeepCatalogue),
        new("town-clerk", View, KeepCatalogue),
        new("leader", View),
        new("head", View),
        new("reviewer", View),
        new("secrecy-reviewer", View),
        new("policy-drafter", View),
        new("legal-officer", View),
        new("request-clerk", View),
        new("register-keeper", View),
        new("portal-operator", View),
        new("service-staff", View),
        new("assessor", View),
    ];
}
