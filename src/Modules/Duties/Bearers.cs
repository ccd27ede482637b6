using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>One organ that bears a duty, and how the plan came to name it.</summary>
/// <param name="Organ">The organ.</param>
/// <param name="Role">What it has to do.</param>
/// <param name="Group">The collective name it came from; null where it is named itself.</param>
/// <param name="Share">Its own part of the duty.</param>
internal sealed record Bearer(OrganId Organ, UnitRole Role, string? Group, string? Share);

/// <summary>Resolves the units of a task into organs: every member of a collective name answers for itself.</summary>
internal static class Bearers
{
    /// <summary>Weight of a role where an organ is named twice: the heaviest stands.</summary>
    private static readonly UnitRole[] ByWeight = [UnitRole.Lead, UnitRole.Responsible, UnitRole.Guiding, UnitRole.Cooperating];

    /// <summary>The organs of a task, each once: with its heaviest role, and named itself rather than through a group.</summary>
    /// <param name="units">Units that are all known.</param>
    /// <param name="members">Members of each group named, at the day that counts.</param>
    public static IReadOnlyList<Bearer> Of(IEnumerable<DraftUnit> units, IReadOnlyDictionary<OrganGroupId, IReadOnlyList<OrganId>> members) =>
        [.. units
            .SelectMany(unit => Each(unit, members))
            .GroupBy(bearer => bearer.Organ)
            .Select(same => same.OrderBy(b => Array.IndexOf(ByWeight, b.Role)).ThenBy(b => b.Group is null ? 0 : 1).First())];

    private static IEnumerable<Bearer> Each(DraftUnit unit, IReadOnlyDictionary<OrganGroupId, IReadOnlyList<OrganId>> members)
    {
        if (unit.Organ is { } organ) return [new(new(organ), unit.Role, null, unit.Share)];
        return unit.Group is { } group && members.TryGetValue(new(group), out var organs)
            ? organs.Select(member => new Bearer(member, unit.Role, unit.Name, unit.Share))
            : [];
    }
}
