using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Queries;

/// <summary>Which lines a person may see: all with a right that reaches every organ, otherwise those of the organs that the right reaches.</summary>
internal static class VisibleLines
{
    public static IQueryable<Assignment> To(Actor actor, IQueryable<Assignment> lines)
    {
        if (actor.MayEverywhere(DutyPermissions.View)) return lines;
        var own = actor.ScopesOf(DutyPermissions.View).Select(OrganId.From).ToList();
        return lines.Where(line => own.Contains(line.OrganId));
    }

    /// <summary>True when the actor may see one line.</summary>
    public static bool May(Actor actor, Assignment line) => actor.May(DutyPermissions.View, line.OrganId.Value);
}
