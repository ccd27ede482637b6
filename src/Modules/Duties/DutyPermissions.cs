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
        new("clerk", View, RecordEvidence, RecordEvent),
        new("reviewer", View, ConfirmEvidence),
    ];
}
