using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs;

/// <summary>What an account may do: the permissions of the posts it holds that day, each as far as the role reaches.</summary>
internal sealed class PostRights(Db db, Roles roles, IOrgans organs) : IRights
{
    /// <summary>More posts than one person can hold.</summary>
    private const int Most = 50;

    public Task<Rights> Of(Guid accountId, DateOnly today, CancellationToken stop) => Of(Unended(accountId, today).Where(post => post.From <= today), today, stop);

    public Task<Rights> OfAndToCome(Guid accountId, DateOnly today, CancellationToken stop) => Of(Unended(accountId, today), today, stop);

    private IQueryable<Post> Unended(Guid accountId, DateOnly today) => db.Set<Post>().AsNoTracking().Where(post => post.AccountId == accountId && (post.Until == null || post.Until >= today));

    private async Task<Rights> Of(IQueryable<Post> asked, DateOnly today, CancellationToken stop)
    {
        var held = await asked
            .OrderByDescending(post => post.Primary).ThenBy(post => post.From).ThenBy(post => post.Id).Take(Most).ToListAsync(stop);
        if (held.Count == 0) return new(null, [], []);

        var cards = await organs.Find([.. held.Select(post => post.OrganId)], today, stop);
        var posts = held.Where(post => roles.Find(post.Role) is not null).Select(post => (Post: post, Role: roles.Find(post.Role)!)).ToList();
        var grants = new List<Grant>();
        foreach (var (post, role) in posts)
            foreach (var scope in await ScopesOf(post.OrganId, role.Reach, today, stop))
                grants.AddRange(role.Permissions.Select(permission => new Grant(permission, scope) { Post = Words(cards[post.OrganId].Name, role, post.Primary) }));
        return new(
            string.Join('；', posts.Select(held => Words(cards[held.Post.OrganId].Name, held.Role, held.Post.Primary))),
            [.. posts.Select(held => held.Post.OrganId.Value).Distinct()],
            [.. grants.Distinct()])
        { Administers = posts.Exists(held => SeparateAdministrators.Includes(held.Role.Key)) };
    }

    /// <summary>Scopes of one post's grants; null among them stands for everywhere.</summary>
    private async Task<IReadOnlyList<Guid?>> ScopesOf(OrganId own, Reach reach, DateOnly today, CancellationToken stop) => reach switch
    {
        Reach.Everywhere => [null],
        Reach.OwnAndBelow => [own.Value, .. (await organs.Below(own, today, stop)).Select(organ => (Guid?)organ.Value)],
        _ => [own.Value],
    };

    /// <summary>A post in words: 市民政局 信息员（A岗）.</summary>
    public static string Words(string organ, Role role, bool primary) => $"{organ} {role.Name}（{(primary ? "A岗" : "B岗")}）";
}
