using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Queries;

/// <summary>Answers who holds which post.</summary>
internal sealed class PostRegister(Db db, Roles roles) : IPosts
{
    private const int Most = 5000;

    public IReadOnlyList<Role> Roles => roles.All;

    public async Task<IReadOnlyList<PostCard>> Of(IReadOnlyCollection<OrganId> organs, DateOnly on, CancellationToken stop)
    {
        var (day, asked) = (on, organs.Distinct().ToList());
        var held = await (
            from post in db.Set<Post>().AsNoTracking()
            join account in db.Set<Account>() on post.AccountId equals account.Id
            where asked.Contains(post.OrganId) && post.From <= day && (post.Until == null || post.Until >= day)
            orderby post.Id
            select new { Post = post, account.DisplayName }).Take(Most).ToListAsync(stop);
        return
        [
            .. held.Where(one => roles.Find(one.Post.Role) is not null)
                .Select(one => Card(one.Post, one.DisplayName))
                .OrderBy(card => asked.IndexOf(card.Organ)).ThenBy(card => roles.All.TakeWhile(role => role.Key != card.Role.Key).Count())
                .ThenByDescending(card => card.Primary).ThenBy(card => card.From).ThenBy(card => card.Id),
        ];
    }

    private PostCard Card(Post post, string person) =>
        new(post.Id, post.AccountId, person, post.OrganId, roles.Find(post.Role)!, post.Primary, post.From, post.Until);
}
