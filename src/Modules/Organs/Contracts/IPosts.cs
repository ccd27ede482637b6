namespace Gongkai.Organs.Contracts;

/// <summary>Who holds a post.</summary>
/// <param name="Id">The post.</param>
/// <param name="Account">Account of the person.</param>
/// <param name="Person">Name of the person.</param>
/// <param name="Organ">The organ.</param>
/// <param name="Role">The role.</param>
/// <param name="Primary">True for the A post (A岗), false for the B post.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="Until">Last day, inclusive; null while it lasts.</param>
public sealed record PostCard(Guid Id, Guid Account, string Person, OrganId Organ, Role Role, bool Primary, DateOnly From, DateOnly? Until);

/// <summary>What other modules ask about posts and roles.</summary>
public interface IPosts
{
    /// <summary>Every ready-made role with its permissions, in the order of lists.</summary>
    IReadOnlyList<Role> Roles { get; }

    /// <summary>Who holds a post in these organs on a day: by organ, then by role in the order of <see cref="Roles"/>, the A post first.</summary>
    Task<IReadOnlyList<PostCard>> Of(IReadOnlyCollection<OrganId> organs, DateOnly on, CancellationToken stop);
}
