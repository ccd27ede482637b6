using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>What is asked when a post changes hands.</summary>
/// <param name="Post">The post given up.</param>
/// <param name="Successor">Account of the person who takes it.</param>
/// <param name="From">First day of the successor, inclusive.</param>
/// <param name="OverlapDays">Days, counted from and with <paramref name="From"/>, on which both hold it: 0 to <see cref="Post.LongestOverlap"/>.</param>
/// <param name="Reason">Why.</param>
internal sealed record HandOver(Guid Post, Guid Successor, DateOnly From, int OverlapDays, string Reason);

/// <summary>
/// Hands a post over (交接): the successor takes it from a day on, the predecessor keeps it for an overlap and then loses it. Only by this
/// act may two people hold one A post at a time.
/// </summary>
[Permission(Permissions.Appoint)]
internal sealed class HandOverPost(Db db, Roles roles, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(HandOver asked, CancellationToken stop)
    {
        var post = await db.Get<Post>(asked.Post, stop);
        await Turn.Take(db, post.OrganId.Value, post.Role, asked.Successor, stop);
        var organ = await db.Get<Organ>(post.OrganId, stop);
        var (before, after) = (await db.Get<Account>(post.AccountId, stop), await db.Get<Account>(asked.Successor, stop));
        var beside = await Posts.Beside(db, asked.Successor, post.OrganId, post.Role, stop);
        var role = roles.Find(post.Role);
        var reasons = post.AgainstHandingOver(asked.From, asked.OverlapDays)
            .Concat(Posts.Against(new(asked.Successor, post.OrganId, post.Role, post.Primary, asked.From), role, organ, [.. beside.Where(other => other.Id != post.Id)])).ToList();
        if (asked.Successor == post.AccountId) reasons.Add(new("organs.same-person"));
        if (db.Actor.AccountId == asked.Successor) reasons.Add(new("organs.own-post"));
        if (string.IsNullOrWhiteSpace(asked.Reason)) reasons.Add(new("organs.reason-missing"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var made = post.HandOver(NewId.At(time), asked.Successor, asked.From, asked.OverlapDays);
        db.Add(made);
        db.Record(this, new("organ", post.OrganId.Value), $"{role!.Name}（{(post.Primary ? "A岗" : "B岗")}）{before.DisplayName} → {after.DisplayName}：{asked.Reason}");
        return await db.Commit(stop) is { IsDone: false } refused ? refused : made.Id;
    }
}
