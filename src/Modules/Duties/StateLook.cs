using Gongkai.Platform.Files;
using Gongkai.Ui.TagHelpers;

namespace Gongkai.Duties;

/// <summary>How states look at a glance; their words stand in Words.resx.</summary>
internal static class StateLook
{
    public static BadgeKind Badge(this DutyState state) => state switch
    {
        DutyState.Overdue => BadgeKind.Late,
        DutyState.DueSoon => BadgeKind.Soon,
        DutyState.Met or DutyState.MetLate => BadgeKind.Ok,
        DutyState.CadenceMissing or DutyState.AwaitingEvent => BadgeKind.Pending,
        DutyState.Waived or DutyState.Following => BadgeKind.Waived,
        _ => BadgeKind.Plain,
    };

    public static BadgeKind Badge(this EvidenceState state) => state switch
    {
        EvidenceState.Confirmed => BadgeKind.Ok,
        EvidenceState.Returned => BadgeKind.Late,
        _ => BadgeKind.Pending,
    };

    public static BadgeKind Badge(this ScanState state) => state switch
    {
        ScanState.Clean => BadgeKind.Ok,
        ScanState.Infected => BadgeKind.Late,
        _ => BadgeKind.Plain,
    };

    /// <summary>Order in which lists of states read: what presses first.</summary>
    public static readonly IReadOnlyList<DutyState> InOrder = Enum.GetValues<DutyState>();
}
