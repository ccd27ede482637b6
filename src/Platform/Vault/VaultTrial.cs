using System.Security.Cryptography;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Vault;

/// <summary>Tries the master key on the database before anything is sealed, so that a wrong one ends in a sentence and not in lost data.</summary>
public static class VaultTrial
{
    /// <summary>True when the database holds keys that some master key has wrapped.</summary>
    public static async Task<bool> HasKeys(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<Db>().Set<VaultKey>().AnyAsync(stop);
    }

    /// <summary>Opens every key; makes the first where there is none.</summary>
    /// <returns>False when this is not the master key that wrapped them.</returns>
    public static async Task<bool> Opens(IServiceProvider services, CancellationToken stop)
    {
        try
        {
            await services.GetRequiredService<VaultKeys>().Load(stop);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
