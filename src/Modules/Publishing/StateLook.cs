using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Numbers;
using Gongkai.Ui.TagHelpers;

namespace Gongkai.Publishing;

/// <summary>How the state of an edition, and of a number, looks at a glance.</summary>
internal static class StateLook
{
    public static BadgeKind Badge(this EditionState state) => state switch
    {
        EditionState.Published => BadgeKind.Ok,
        EditionState.Returned => BadgeKind.Late,
        EditionState.InReview or EditionState.Approved or EditionState.Scheduled => BadgeKind.Pending,
        EditionState.Superseded or EditionState.Discarded => BadgeKind.Waived,
        _ => BadgeKind.Plain,
    };

    public static BadgeKind Badge(this CleanUpFinding finding) => finding switch
    {
        CleanUpFinding.Keep => BadgeKind.Ok,
        CleanUpFinding.Amend => BadgeKind.Soon,
        CleanUpFinding.Repeal or CleanUpFinding.DeclareVoid => BadgeKind.Waived,
        _ => BadgeKind.Pending,
    };

    public static BadgeKind Badge(this NumberStanding standing) => standing switch
    {
        NumberStanding.Public => BadgeKind.Ok,
        NumberStanding.UnderWay => BadgeKind.Pending,
        NumberStanding.Unaccounted => BadgeKind.Late,
        _ => BadgeKind.Waived,
    };
}
