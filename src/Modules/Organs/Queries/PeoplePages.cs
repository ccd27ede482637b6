using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Queries;

/// <summary>A post as screens show it.</summary>
/// <param name="Id">The post.</param>
/// <param name="Organ">Its organ.</param>
/// <param name="Role">Its role.</param>
/// <param name="Primary">True for the A post.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; null while it lasts.</param>
/// <param name="Before">Who handed it over; null where nobody did.</param>
/// <param name="After">Who has taken or will take it over; null where nobody has.</param>
/// <param name="OverlapUntil">Last day on which two hold it because it is being handed over; null where that is over or never was.</param>
internal sealed record HeldPost(Guid Id, OrganCard Organ, Role Role, bool Primary, DateOnly From, DateOnly? Until, string? Before, string? After, DateOnly? OverlapUntil)
{
    /// <summary>True from its first day to its last.</summary>
    public bool HeldOn(DateOnly day) => From <= day && !EndedBefore(day);

    /// <summary>True when its last day lies before the day.</summary>
    public bool EndedBefore(DateOnly day) => Until < day;
}

/// <summary>A person in the console's list: posts that last or will come.</summary>
internal sealed record PersonLine(Guid Id, string Name, string Login, IReadOnlyList<HeldPost> Posts);

/// <summary>What the list of people is narrowed down to.</summary>
internal sealed record PeopleFilter(string? Words, OrganId? Organ, string? Role);

/// <summary>Reads what the console shows of people and their posts.</summary>
internal sealed class PeoplePages(Db db, Roles roles, IOrgans organs)
{
    private const int Most = 5000;

    /// <summary>One page of people, by login, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<PersonLine> People, int Total)> List(PeopleFilter filter, int skip, int take, DateOnly today, CancellationToken stop)
    {
        var accounts = db.Set<Account>().AsNoTracking();
        if (filter.Words is { Length: > 0 } words) accounts = accounts.Where(account => account.DisplayName.Contains(words) || account.UserName!.Contains(words));
        if (filter.Organ is not null || filter.Role is not null)
        {
            var held = db.Set<Post>().Where(post => post.From <= today && (post.Until == null || post.Until >= today));
            if (filter.Organ is { } organ) held = held.Where(post => post.OrganId == organ);
            if (filter.Role is { } role) held = held.Where(post => post.Role == role);
            accounts = accounts.Where(account => held.Any(post => post.AccountId == account.Id));
        }
        var page = await accounts.OrderBy(account => account.UserName).Skip(skip).Take(take).Select(account => new { account.Id, account.DisplayName, account.UserName }).ToListAsync(stop);
        var posts = await PostsOf([.. page.Select(account => account.Id)], today, stop);
        return ([.. page.Select(account => new PersonLine(account.Id, account.DisplayName, account.UserName ?? "", [.. posts[account.Id].Where(post => !post.EndedBefore(today))]))],
            await accounts.CountAsync(stop));
    }

    /// <summary>One person with every post ever held, latest first; null when there is no such account.</summary>
    public async Task<PersonLine?> One(Guid id, DateOnly today, CancellationToken stop)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, stop);
        return account is null ? null : new(account.Id, account.DisplayName, account.UserName ?? "", [.. (await PostsOf([id], today, stop))[id]]);
    }

    /// <summary>Every person with the login, for choosing one.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Text)>> All(CancellationToken stop) =>
        [.. (await db.Set<Account>().AsNoTracking().OrderBy(account => account.UserName).Take(Most).Select(account => new { account.Id, account.DisplayName, account.UserName }).ToListAsync(stop))
            .Select(account => (account.Id, $"{account.DisplayName}（{account.UserName}）"))];

    /// <summary>How many people hold each role on a day.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Holders(DateOnly today, CancellationToken stop) =>
        await db.Set<Post>().Where(post => post.From <= today && (post.Until == null || post.Until >= today))
            .GroupBy(post => post.Role).OrderBy(same => same.Key).Select(same => new { same.Key, Count = same.Select(post => post.AccountId).Distinct().Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, stop);

    private async Task<ILookup<Guid, HeldPost>> PostsOf(IReadOnlyCollection<Guid> accounts, DateOnly today, CancellationToken stop)
    {
        var posts = await db.Set<Post>().AsNoTracking().Where(post => accounts.Contains(post.AccountId)).OrderByDescending(post => post.From).ThenBy(post => post.Id).Take(Most).ToListAsync(stop);
        var (ids, froms) = (posts.ConvertAll(post => post.Id), posts.Select(post => post.TakenOverFrom).OfType<Guid>().ToList());
        var beside = await (
            from post in db.Set<Post>().AsNoTracking()
            join account in db.Set<Account>() on post.AccountId equals account.Id
            where froms.Contains(post.Id) || (post.TakenOverFrom != null && ids.Contains(post.TakenOverFrom.Value))
            orderby post.Id
            select new { Post = post, account.DisplayName }).Take(Most).ToListAsync(stop);
        var cards = await organs.Find([.. posts.Select(post => post.OrganId)], today, stop);
        return posts.Where(post => roles.Find(post.Role) is not null).ToLookup(post => post.AccountId, post =>
        {
            var before = beside.Find(one => one.Post.Id == post.TakenOverFrom);
            var after = beside.Find(one => one.Post.TakenOverFrom == post.Id);
            var overlap = after is null ? before?.Post.Until : post.Until;
            return new HeldPost(post.Id, cards[post.OrganId], roles.Find(post.Role)!, post.Primary, post.From, post.Until, before?.DisplayName, after?.DisplayName,
                overlap >= (after?.Post.From ?? post.From) && overlap >= today ? overlap : null);
        });
    }
}
