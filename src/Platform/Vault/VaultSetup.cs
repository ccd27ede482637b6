using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Vault;

/// <summary>Registers the vault. The host adds the <see cref="MasterKey"/>, for it knows where that is kept.</summary>
public static class VaultSetup
{
    internal static void AddVault(this IServiceCollection services)
    {
        services.AddProtectionKeys();
        services.AddSingleton<VaultKeys>();
        services.AddPersonalField(AccountFields.Email).AddPersonalField(AccountFields.Telephone);
        services.AddScoped(provider => new PersonalData(
            provider.GetRequiredService<VaultKeys>(), provider.GetRequiredService<Db>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddScoped<MasterKeyChange>();
        services.AddScoped(provider => new KeyRotation(
            provider.GetRequiredService<Db>(), provider.GetRequiredService<VaultKeys>(), provider.GetRequiredService<MasterKey>(), provider.GetServices<PersonalField>(), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Adds a column of personal data, so that a change of keys reaches it.</summary>
    public static IServiceCollection AddPersonalField(this IServiceCollection services, PersonalField field) => services.AddSingleton(field);
}
