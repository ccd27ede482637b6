using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>Forgets an alias that was learnt wrongly (撤销别名). Plans already adopted are not touched.</summary>
[Permission(Permissions.LearnName)]
internal sealed class DropAlias(Db db)
{
    /// <param name="id">The alias.</param>
    /// <param name="reason">Why it was wrong.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(Guid id, string reason, CancellationToken stop)
    {
        var alias = await db.Get<OrganAlias>(id, stop);
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("organs.reason-missing");

        db.Remove(alias);
        var subject = alias.OrganId is { } organ ? new Subject("organ", organ.Value) : new("organ-group", alias.GroupId!.Value.Value);
        db.Record(this, subject, $"{alias.Alias}：{reason.Trim()}");
        return await db.Commit(stop);
    }
}
