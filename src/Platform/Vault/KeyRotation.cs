using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Vault;

/// <summary>A key and how much stands under it.</summary>
/// <param name="Id">Number of the key.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Values">Details sealed with it.</param>
public sealed record KeyUse(int Id, DateTimeOffset MadeAt, int Values);

/// <summary>
/// Changes the key of the vault: a new one is made, then everything sealed with older ones is sealed anew, batch by batch while the site runs.
/// A detail that somebody changes meanwhile keeps what that person wrote. Stopped anywhere, every value stays readable and the next run goes on.
/// </summary>
public sealed class KeyRotation
{
    /// <summary>Most values in one transaction; others wait no longer than for these.</summary>
    public const int Batch = 200;

    private readonly Db _db;
    private readonly VaultKeys _keys;
    private readonly MasterKey _master;
    private readonly IReadOnlyList<PersonalField> _fields;
    private readonly TimeProvider _time;

    internal KeyRotation(Db db, VaultKeys keys, MasterKey master, IEnumerable<PersonalField> fields, TimeProvider time) =>
        (_db, _keys, _master, _fields, _time) = (db, keys, master, [.. fields], time);

    /// <summary>The keys, oldest first.</summary>
    public async Task<IReadOnlyList<KeyUse>> Uses(CancellationToken stop)
    {
        await _keys.Load(stop);
        var uses = new List<KeyUse>();
        foreach (var key in await _db.Set<VaultKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync(stop))
        {
            var values = 0;
            foreach (var field in _fields) values += await Count(field, "like", key.Id, stop);
            uses.Add(new(key.Id, key.MadeAt, values));
        }
        return uses;
    }

    /// <summary>Makes a new key; where an earlier change was not finished, that one goes on instead.</summary>
    /// <returns>Number of the key in use, and whether it was made now.</returns>
    public async Task<(int Key, bool IsNew)> Begin(CancellationToken stop)
    {
        var newest = (await _keys.Load(stop)).Newest.Id;
        foreach (var field in _fields)
            if (await Count(field, "not like", newest, stop) > 0) return (newest, false);

        var made = VaultKey.Make(newest + 1, _master, _time);
        _db.Add(made);
        _db.Record(this, new("vault-key", new Guid(made.Id, 0, 0, new byte[8])));
        await _db.SaveChangesAsync(stop);
        await _keys.Load(stop);
        return (made.Id, true);
    }

    /// <summary>Seals one batch anew with the key in use.</summary>
    /// <returns>Number of values looked at; 0 when nothing stands under an older key.</returns>
    public async Task<int> Next(CancellationToken stop)
    {
        var key = (await _keys.Load(stop)).Newest;
        foreach (var field in _fields)
        {
            var sql = $"select id as \"Row\", {field.Column} as \"Text\" from {field.Table} where {field.Column} not like {{0}} order by id limit {Batch}";
            var old = await _db.Database.SqlQueryRaw<OldValue>(sql, Sealed.Prefix(key.Id) + "%").ToListAsync(stop);
            if (old.Count == 0) continue;

            var anew = new List<(OldValue Old, SealedDetail New)>();
            foreach (var value in old) anew.Add((value, await Anew(field, value, key, stop)));
            await using var transaction = await _db.Database.BeginTransactionAsync(stop);
            foreach (var (value, detail) in anew) await Replace(field, value, detail, stop);
            await transaction.CommitAsync(stop);
            return old.Count;
        }
        return 0;
    }

    private async Task<SealedDetail> Anew(PersonalField field, OldValue value, DataKey key, CancellationToken stop)
    {
        var (id, box) = new Sealed(value.Text).Parts();
        return key.Seal(field, value.Row, (await _keys.Of(id, stop)).Unseal(field, value.Row, box));
    }

    /// <summary>Only where the old value still stands: what somebody wrote since then is newer.</summary>
    private Task<int> Replace(PersonalField field, OldValue value, SealedDetail detail, CancellationToken stop)
    {
        var index = field.Index is null ? "" : $", {field.Index} = {{3}}";
        var sql = $"update {field.Table} set {field.Column} = {{0}}{index} where id = {{1}} and {field.Column} = {{2}}";
        object[] values = field.Index is null ? [detail.Value.Text, value.Row, value.Text] : [detail.Value.Text, value.Row, value.Text, detail.Index!];
        return _db.Database.ExecuteSqlRawAsync(sql, values, stop);
    }

    private async Task<int> Count(PersonalField field, string comparison, int key, CancellationToken stop)
    {
        var sql = $"select cast(count(*) as integer) as \"Value\" from {field.Table} where {field.Column} {comparison} {{0}}";
        return await _db.Database.SqlQueryRaw<int>(sql, Sealed.Prefix(key) + "%").SingleAsync(stop);
    }

    private sealed record OldValue(Guid Row, string Text);
}
