using System.Text;
using System.Xml.Linq;
using Gongkai.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Platform.Vault;

/// <summary>
/// The keys that protect sign-in cookies and forms lie in the database, so that every node of a site knows them, and are wrapped by the
/// master key, so that a copy of the database signs nobody in.
/// </summary>
internal static class ProtectionKeys
{
    private const string Use = "gongkai protection keys";

    /// <summary>Element that holds the wrapped part of a stored key.</summary>
    private const string Box = "sealed";

    private static readonly byte[] Place = "platform_protection_keys"u8.ToArray();

    public static void AddProtectionKeys(this IServiceCollection services)
    {
        services.AddDbContext<ProtectionDb>((provider, options) => provider.GetRequiredService<DatabaseChoice>().Use(options));
        services.AddDataProtection().PersistKeysToDbContext<ProtectionDb>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlEncryptor = new Wrapping(provider)));
    }

    public static void Map(ModelBuilder model) => model.Entity<DataProtectionKey>(key => key.ToTable("platform_protection_keys").HasKey(k => k.Id));

    /// <summary>A stored key as another master key wraps it; null where nothing in it is wrapped.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The present master key did not wrap it.</exception>
    public static string? WrapAnew(string xml, MasterKey present, MasterKey next)
    {
        var key = XElement.Parse(xml);
        var boxes = key.Descendants(Box).ToList();
        foreach (var box in boxes) box.Value = Convert.ToBase64String(Cipher.Encrypt(next.For(Use), Cipher.Decrypt(present.For(Use), Convert.FromBase64String(box.Value), Place), Place));
        return boxes.Count == 0 ? null : key.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Wraps a key before it is stored. Asks for the master key only then: a site that is only put together makes none.</summary>
    private sealed class Wrapping(IServiceProvider services) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        {
            var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
            return new(new XElement(Box, Convert.ToBase64String(Cipher.Encrypt(services.GetRequiredService<MasterKey>().For(Use), plain, Place))), typeof(Unwrapping));
        }
    }

    /// <summary>Opens a key that was stored; the framework makes it by its name.</summary>
    internal sealed class Unwrapping(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            var box = Convert.FromBase64String(encryptedElement.Value);
            return XElement.Parse(Encoding.UTF8.GetString(Cipher.Decrypt(services.GetRequiredService<MasterKey>().For(Use), box, Place)));
        }
    }
}

/// <summary>A session of its own for the framework, which saves its keys whenever it needs one and knows no acts.</summary>
internal sealed class ProtectionDb(DbContextOptions<ProtectionDb> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ProtectionKeys.Map(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }
}
