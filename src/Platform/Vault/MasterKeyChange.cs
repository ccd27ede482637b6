using Gongkai.Platform.Data;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Vault;

/// <summary>What a change of the master key wrapped anew.</summary>
/// <param name="OfPersonalData">Keys of personal data.</param>
/// <param name="OfCookies">Keys of cookies and forms.</param>
public sealed record Rewrapped(int OfPersonalData, int OfCookies);

/// <summary>
/// Changes the master key: every key in the database is unwrapped with the present one and wrapped with the next, all or none. The keys
/// themselves stay, so nothing is sealed anew and nobody is signed out. What is derived from the master key alone is void: challenges and
/// tickets of public forms that somebody holds just then.
/// </summary>
public sealed class MasterKeyChange(Db db, MasterKey present)
{
    /// <summary>Wraps everything with the next master key. From then on the present one opens this database no more.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A key does not open with the present master key; nothing was changed.</exception>
    public async Task<Rewrapped> Run(MasterKey next, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // A key that another node makes meanwhile would be wrapped with the old one, and lost. SQLite lets in one writer alone.
        if (db.OnPostgreSql) await db.Database.ExecuteSqlRawAsync("lock table platform_vault_keys, platform_protection_keys in exclusive mode", stop);

        var keys = await db.Set<VaultKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync(stop);
        foreach (var key in keys)
        {
            var wrapped = key.WrapAnew(present, next);
            await db.Set<VaultKey>().Where(stored => stored.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Wrapped, wrapped), stop);
        }
        var protection = 0;
        foreach (var key in await db.Set<DataProtectionKey>().AsNoTracking().Where(key => key.Xml != null).ToListAsync(stop))
        {
            if (ProtectionKeys.WrapAnew(key.Xml!, present, next) is not { } xml) continue;
            await db.Set<DataProtectionKey>().Where(stored => stored.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Xml, xml), stop);
            protection++;
        }
        db.Record(this, new("vault-key", new Guid(keys[^1].Id, 0, 0, new byte[8])));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new(keys.Count, protection);
    }
}
