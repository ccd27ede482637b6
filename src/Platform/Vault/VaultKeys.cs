using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Vault;

/// <summary>A key as stored: wrapped by the master key.</summary>
internal sealed class VaultKey
{
    private VaultKey() { }

    public VaultKey(int id, string wrapped, DateTimeOffset madeAt) => (Id, Wrapped, MadeAt) = (id, wrapped, madeAt);

    /// <summary>1, 2, 3 …; the highest is the one in use.</summary>
    public int Id { get; private init; }

    /// <summary>The key in base 64, encrypted.</summary>
    public string Wrapped { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>A new key.</summary>
    public static VaultKey Make(int id, MasterKey master, TimeProvider time) =>
        new(id, Convert.ToBase64String(Cipher.Encrypt(master.For(DataKey.Use), RandomNumberGenerator.GetBytes(MasterKey.Size), DataKey.Place(id))), time.GetUtcNow());

    /// <summary>The same key as another master key wraps it.</summary>
    /// <exception cref="CryptographicException">The present master key did not wrap it.</exception>
    public string WrapAnew(MasterKey present, MasterKey next)
    {
        var place = DataKey.Place(Id);
        return Convert.ToBase64String(Cipher.Encrypt(next.For(DataKey.Use), Cipher.Decrypt(present.For(DataKey.Use), Convert.FromBase64String(Wrapped), place), place));
    }
}

/// <summary>A key at work: one half encrypts, the other makes indexes.</summary>
internal sealed class DataKey
{
    public const string Use = "gongkai vault";

    private readonly byte[] _seal;
    private readonly byte[] _index;

    /// <exception cref="CryptographicException">The master key is another.</exception>
    public DataKey(VaultKey stored, MasterKey master)
    {
        Id = stored.Id;
        var key = Cipher.Decrypt(master.For(Use), Convert.FromBase64String(stored.Wrapped), Place(stored.Id));
        _seal = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, MasterKey.Size, info: "seal"u8.ToArray());
        _index = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, MasterKey.Size, info: "index"u8.ToArray());
    }

    public int Id { get; }

    public static byte[] Place(int id) => Encoding.UTF8.GetBytes($"platform_vault_keys/{id}");

    public SealedDetail Seal(PersonalField field, Guid row, string plain) => new(
        new(Sealed.Prefix(Id) + Convert.ToBase64String(Cipher.Encrypt(_seal, Encoding.UTF8.GetBytes(plain), field.Place(row)))),
        field.Index is null ? null : Index(field, plain));

    public string Unseal(PersonalField field, Guid row, byte[] box) => Encoding.UTF8.GetString(Cipher.Decrypt(_seal, box, field.Place(row)));

    public string Index(PersonalField field, string plain) => $"{Id}.{Convert.ToBase64String(HMACSHA256.HashData(_index, field.Sought(plain)))}";
}

/// <summary>
/// The keys of the vault, read from the database once a minute at most: a node takes up a new key within a minute after it was made elsewhere,
/// and at once when it meets a value sealed with it.
/// </summary>
internal sealed class VaultKeys(IServiceScopeFactory scopes, MasterKey master, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Ring? _ring;

    /// <summary>The key in use; the first is made where there is none.</summary>
    public async ValueTask<DataKey> Current(CancellationToken stop) => (await Known(stop)).Newest;

    /// <summary>Every key, the one in use first.</summary>
    public async ValueTask<IEnumerable<DataKey>> All(CancellationToken stop) => (await Known(stop)).Keys.Values.OrderByDescending(key => key.Id);

    /// <summary>The key of a value.</summary>
    /// <exception cref="CryptographicException">There is no such key, or the master key is another.</exception>
    public async ValueTask<DataKey> Of(int id, CancellationToken stop)
    {
        if ((await Known(stop)).Keys.TryGetValue(id, out var known)) return known;
        return (await Load(stop)).Keys.GetValueOrDefault(id) ?? throw new CryptographicException($"The vault has no key {id}");
    }

    /// <summary>Reads the keys anew.</summary>
    public async Task<Ring> Load(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var stored = await Stored(db, stop);
        if (stored.Count == 0) stored = await MakeFirst(db, stop);
        return _ring = new(stored.ToDictionary(key => key.Id, key => new DataKey(key, master)), time.GetUtcNow());
    }

    private async ValueTask<Ring> Known(CancellationToken stop) =>
        _ring is { } ring && (time.GetUtcNow() - ring.ReadAt).Duration() < Fresh ? ring : await Load(stop);

    private static Task<List<VaultKey>> Stored(Db db, CancellationToken stop) => db.Set<VaultKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync(stop);

    private async Task<List<VaultKey>> MakeFirst(Db db, CancellationToken stop)
    {
        db.Add(VaultKey.Make(1, master, time));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another node was first; its key is the one.
            db.ChangeTracker.Clear();
        }
        return await Stored(db, stop);
    }

    /// <summary>The keys as they were at an instant.</summary>
    internal sealed record Ring(IReadOnlyDictionary<int, DataKey> Keys, DateTimeOffset ReadAt)
    {
        public DataKey Newest => Keys[Keys.Keys.Max()];
    }
}
