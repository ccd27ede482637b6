using Gongkai.Organs.Contracts;

namespace Gongkai.Duties;

/// <summary>What may be done with duties, and which ready-made role may do it.</summary>
internal static class DutyPermissions
{
    public const string View = "duties.view";
    public const string Adopt = "duties.adopt";
    public const string RecordEvidence = "duties.record-evidence";
    public const string ConfirmEvidence = "duties.confirm-evidence";
    public const string RecordEvent = "duties.record-event";
    public const string Waive = "duties.waive";
    public const string ChangeLimit = "duties.change-limit";
    public const string HandOver = "duties.hand-over";
    public const string Remind = "duties.remind";
    public const string LookBack = "duties.look-back";
    public const string Report = "duties.report";

    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("openness-officer", View, Adopt, RecordEvidence, ConfirmEvidence, RecordEvent, Waive, ChangeLimit, HandOver, Remind, LookBack, Report),
        new("leader", View, Report),
        new("head", View),
        new("clerk", View, RecordEvidence, RecordEvent),
        new("town-clerk", View, RecordEvidence, RecordEvent),
        new("reviewer", View, ConfirmEvidence),
        new("secrecy-reviewer", View),
        new("policy-drafter", View, RecordEvidence),
        new("legal-officer", View),
        new("opinion-officer", View, RecordEvent),
        new("request-clerk", View, RecordEvidence),
        new("register-keeper", View, RecordEvidence),
        new("portal-operator", View),
        new("service-staff", View, RecordEvidence),
        new("assessor", View, Report),
        new("training-organiser", View),
    ];
}
