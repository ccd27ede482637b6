using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Vault;

/// <summary>
/// The one door to personal data (个人信息): it seals what is stored, and whoever reads leaves an entry in the record before anything is opened.
/// </summary>
public sealed class PersonalData
{
    private readonly VaultKeys _keys;
    private readonly Db _db;
    private readonly TimeProvider _time;
    private readonly IServiceScopeFactory _scopes;

    internal PersonalData(VaultKeys keys, Db db, TimeProvider time, IServiceScopeFactory scopes) => (_keys, _db, _time, _scopes) = (keys, db, time, scopes);

    /// <summary>Seals a detail for its place.</summary>
    /// <param name="field">Which detail.</param>
    /// <param name="row">Id of the row it will lie in.</param>
    /// <param name="plain">The detail.</param>
    /// <param name="stop">Stops the reading of keys.</param>
    public async ValueTask<SealedDetail> Seal(PersonalField field, Guid row, string plain, CancellationToken stop) => (await _keys.Current(stop)).Seal(field, row, plain);

    /// <summary>The values of the index under which a detail may stand, one for each key: <c>where indexes.Contains(row.EmailIndex)</c>.</summary>
    public async ValueTask<IReadOnlyList<string>> Indexes(PersonalField field, string plain, CancellationToken stop) => [.. (await _keys.All(stop)).Select(key => key.Index(field, plain))];

    /// <summary>Opens a detail. That it was read stands in the record first, in a transaction of its own: it stays there even when what follows fails.</summary>
    /// <param name="reader">Who asks: the page model or query. The permission it names is demanded; one's own affairs need none.</param>
    /// <param name="field">Which detail.</param>
    /// <param name="row">Id of the row it lies in.</param>
    /// <param name="value">The sealed detail.</param>
    /// <param name="subject">Whose detail it is, for the record.</param>
    /// <param name="scope">Whose affair it is (an organ); null for affairs of the whole site.</param>
    /// <param name="stop">Stops before anything is opened.</param>
    /// <exception cref="ForbiddenException">The actor lacks the permission.</exception>
    /// <exception cref="InvalidOperationException">Asked within a transaction: read first, then begin to write.</exception>
    public async Task<string> Read(object reader, PersonalField field, Guid row, Sealed value, Subject subject, Guid? scope, CancellationToken stop)
    {
        var isOwn = _db.Actor.AccountId == subject.Id && reader.GetType().IsDefined(typeof(OwnAffairAttribute), inherit: false);
        var permission = isOwn ? null : PermissionAttribute.Of(reader.GetType());
        if (!isOwn) _db.Actor.Demand(permission, scope);
        await LeaveTrace(_db.Actor.PostFor(permission, scope), field, subject, stop);
        var (key, box) = value.Parts();
        return (await _keys.Of(key, stop)).Unseal(field, row, box);
    }

    private async Task LeaveTrace(string? post, PersonalField field, Subject subject, CancellationToken stop)
    {
        if (_db.Database.CurrentTransaction is not null) throw new InvalidOperationException("Personal data is read before a transaction begins: the entry in the record has one of its own");

        await using var own = _scopes.CreateAsyncScope();
        own.ServiceProvider.GetRequiredService<ActorContext>().Current = _db.Actor;
        var db = own.ServiceProvider.GetRequiredService<Db>();
        db.Add(AuditEntry.Of(_db.Actor, post, AuditEntry.CodeOf(typeof(ReadPersonalData)), subject, AuditResult.Done, field.Label, _time));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Names the reading of a personal detail in the record: <c>platform.ReadPersonalData</c>.</summary>
    internal sealed class ReadPersonalData
    {
        private ReadPersonalData() { }
    }
}
