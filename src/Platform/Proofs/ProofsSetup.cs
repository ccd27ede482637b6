using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Platform.Proofs;

/// <summary>Registers proofs. The host adds the <see cref="ProofSettings"/>; without them the defaults hold.</summary>
internal static class ProofsSetup
{
    public static void AddProofs(this IServiceCollection services)
    {
        services.TryAddSingleton(new ProofSettings());
        services.AddSingleton<ProofKey>().AddSingleton<Challenges>().AddSingleton<Tickets>().AddSingleton<FailedSenders>();
        services.AddScoped(provider => new Proofs(
            provider.GetRequiredService<Challenges>(), provider.GetRequiredService<Tickets>(), provider.GetRequiredService<Db>(), provider.GetRequiredService<TimeProvider>()));
    }

    public static void Map(ModelBuilder model) => model.Entity<UsedProof>(used =>
    {
        used.ToTable("platform_used_proofs").HasKey(u => u.Nonce);
        used.HasIndex(u => u.ExpiresAt);
    });
}
