using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>A post (岗位): who does a role's work for an organ, as primary (A岗) or deputy (B岗), and from when to when.</summary>
internal sealed class Post
{
    private Post() { }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public OrganId OrganId { get; private init; }

    /// <summary>Key of the role.</summary>
    public string Role { get; private init; } = "";

    /// <summary>True for the A post, false for the B post that stands in.</summary>
    public bool Primary { get; private set; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The post that was handed over to this one; null where it was not handed over. Only then may two A posts overlap.</summary>
    public Guid? TakenOverFrom { get; private init; }

    /// <summary>Longest time in days for which two people may hold a post that is being handed over.</summary>
    public const int LongestOverlap = 90;

    public static Post Appoint(Guid id, Guid account, OrganId organ, Role role, bool primary, DateOnly from, DateOnly? until) =>
        new() { Id = id, AccountId = account, OrganId = organ, Role = role.Key, Primary = primary, From = from, Until = until };

    public bool HeldOn(DateOnly day) => day >= From && (Until is not { } last || day <= last);

    /// <summary>Every reason against ending it after a day.</summary>
    public IEnumerable<Refusal> AgainstEnding(DateOnly lastDay)
    {
        if (Until is { } ended && ended <= lastDay) yield return new("organs.post-ended") { Values = [ended] };
        if (lastDay < From) yield return new("organs.post-not-begun") { Values = [From] };
    }

    /// <summary>Ends it; <paramref name="lastDay"/> still counts.</summary>
    public void End(DateOnly lastDay) => Until = lastDay;

    /// <summary>Every reason against handing it over from a day on.</summary>
    /// <param name="from">First day of the successor.</param>
    /// <param name="overlapDays">Days on which both hold it, from and with the first.</param>
    public IEnumerable<Refusal> AgainstHandingOver(DateOnly from, int overlapDays)
    {
        if (overlapDays is < 0 or > LongestOverlap) return [new("organs.overlap-too-long") { Values = [LongestOverlap] }];
        return from <= From ? [new("organs.post-not-begun") { Values = [From] }] : AgainstEnding(LastDayOf(from, overlapDays));
    }

    /// <summary>Ends it after the overlap and gives it on.</summary>
    /// <returns>The successor's post.</returns>
    public Post HandOver(Guid id, Guid successor, DateOnly from, int overlapDays)
    {
        End(LastDayOf(from, overlapDays));
        return new() { Id = id, AccountId = successor, OrganId = OrganId, Role = Role, Primary = Primary, From = from, TakenOverFrom = Id };
    }

    /// <summary>The predecessor's last day; with no overlap the day before.</summary>
    private static DateOnly LastDayOf(DateOnly from, int overlapDays) => from.AddDays(overlapDays - 1); // Not a limit: an overlap that two people agree on

    /// <summary>Brings it in line with an imported list of people.</summary>
    public void Correct(bool primary, DateOnly? until) => (Primary, Until) = (primary, until);
}
