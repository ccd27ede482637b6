using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>What posts ask of each other.</summary>
internal static class Posts
{
    /// <summary>The three administrators (三员) watch each other: no person is two of them at a time.</summary>
    private static readonly string[] Separate = ["administrator", "security-administrator", "audit-administrator"];

    /// <summary>Every reason against an appointment.</summary>
    /// <param name="asked">The appointment.</param>
    /// <param name="role">Its role; null when there is no such role.</param>
    /// <param name="organ">Its organ.</param>
    /// <param name="beside">Posts of the same person, and posts of the same role in the same organ.</param>
    public static IEnumerable<Refusal> Against(Appointment asked, Role? role, Organ organ, IReadOnlyCollection<Post> beside)
    {
        if (role is null) yield return new("organs.role-unknown") { Values = [asked.Role] };
        if (!organ.ExistsOn(asked.From)) yield return new("organs.not-on-that-day") { Values = [asked.From] };
        if (asked.Until < asked.From) yield return new("organs.dates-crossed") { Values = [asked.From, asked.Until] };

        var then = beside.Where(post => Overlap(post, asked)).ToList();
        var own = then.Where(post => post.AccountId == asked.Account).ToList();
        if (own.Exists(post => post.OrganId == asked.Organ && post.Role == asked.Role)) yield return new("organs.same-post");
        else if (asked.Primary && then.Exists(post => post.OrganId == asked.Organ && post.Role == asked.Role && post.Primary)) yield return new("organs.primary-taken");
        if (Separate.Contains(asked.Role) && own.Exists(post => post.Role != asked.Role && Separate.Contains(post.Role))) yield return new("organs.separate-administrators");
    }

    private static bool Overlap(Post post, Appointment asked) =>
        (asked.Until is not { } last || post.From <= last) && (post.Until is not { } ends || asked.From <= ends);
}
