using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs;

/// <summary>What posts ask of each other.</summary>
internal static class Posts
{
    private const int Most = 1000;

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
        if (own.Select(post => SeparateAdministrators.Against(asked.Role, post.Role)).FirstOrDefault(mixed => mixed is not null) is { } reason) yield return reason;
    }

    /// <summary>What an appointment is held against: every post of the person, and every post of the role in the organ.</summary>
    public static Task<List<Post>> Beside(Db db, Guid account, OrganId organ, string role, CancellationToken stop) =>
        db.Set<Post>().AsNoTracking().Where(post => post.AccountId == account || (post.OrganId == organ && post.Role == role))
            .OrderBy(post => post.From).ThenBy(post => post.Id).Take(Most).ToListAsync(stop);

    private static bool Overlap(Post post, Appointment asked) =>
        (asked.Until is not { } last || post.From <= last) && (post.Until is not { } ends || asked.From <= ends);
}
