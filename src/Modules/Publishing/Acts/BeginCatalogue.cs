using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Drafts;
using Gongkai.Publishing.Starting;

namespace Gongkai.Publishing.Acts;

/// <summary>Puts the ready-made items of some fields onto the desk (从标准领域开始). Nothing of it stands in the catalogue yet.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class BeginCatalogue(Db db, TimeProvider time)
{
    /// <param name="organ">Whose catalogue.</param>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="bearer">Who publishes, in the words of the table; null or blank leaves what the ready-made items say.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<CatalogueDraftId>> Run(OrganId organ, IReadOnlyCollection<string> fields, string? bearer, CancellationToken stop)
    {
        db.Demand(this, organ.Value);
        var chosen = StandardFields.All.Where(field => fields.Contains(field.Name)).ToList();
        if (chosen.Count == 0) return Outcome.Refused("publishing.no-field-chosen");

        var who = bearer?.Trim();
        var rows = chosen.SelectMany(field => field.Items).Select(item => who is { Length: > 0 } ? item with { Bearer = who } : item).ToList();
        if (rows.SelectMany(row => row.Against()).FirstOrDefault() is { } unusable) return Outcome.Refused([unusable]); // a name too long to stand in a table

        var draft = new CatalogueDraft(new(NewId.At(time)), organ, string.Join('、', chosen.Select(field => field.Name)), fileHash: null, rows, time.GetUtcNow());
        db.Add(draft);
        db.Record(this, new(Subjects.Draft, draft.Id.Value), draft.Name, organ.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : draft.Id;
    }
}
