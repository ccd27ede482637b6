using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>Ends a post (离岗): its permissions are gone the day after.</summary>
[Permission(Permissions.Appoint)]
internal sealed class EndPost(Db db, Roles roles)
{
    /// <param name="id">The post.</param>
    /// <param name="lastDay">Last day on which it is held.</param>
    /// <param name="reason">Why; null where no reason was given.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(Guid id, DateOnly lastDay, string? reason, CancellationToken stop)
    {
        var post = await db.Get<Post>(id, stop);
        var person = await db.Get<Account>(post.AccountId, stop);
        if (post.AgainstEnding(lastDay).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        post.End(lastDay);
        var what = $"{person.DisplayName} {roles.Find(post.Role)?.Name ?? post.Role}";
        db.Record(this, new("organ", post.OrganId.Value), reason is null ? what : $"{what}：{reason}");
        return await db.Commit(stop);
    }
}
