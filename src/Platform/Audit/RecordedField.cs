using System.Globalization;
using System.Reflection;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Platform.Audit;

/// <summary>Whether the record may hold the values of a field. Secrets and sealed personal data never stand in it; that they changed does.</summary>
internal sealed class RecordedField
{
    /// <summary>Stands for a value that is not shown.</summary>
    private const string Hidden = "（不记录内容）";

    /// <summary>Words in the name of a field that holds a secret, whoever forgot to say so.</summary>
    private static readonly string[] Secret = ["Password", "Secret", "Hash", "Stamp", "Token", "Sealed", "Cipher"];

    /// <summary>What of the platform's own tables belongs into the record.</summary>
    private static readonly Dictionary<Type, string[]> OfPlatform = new()
    {
        [typeof(Account)] =
        [
            nameof(Account.DisplayName), nameof(Account.UserName), nameof(Account.TwoFactorEnabled), nameof(Account.LockoutEnd), nameof(Account.SuspendedAt), nameof(Account.PasswordHash),
        ],
        [typeof(StoredSetting)] = [nameof(StoredSetting.Value)],
    };

    private readonly bool _hidden;

    private RecordedField(bool hidden) => _hidden = hidden;

    /// <summary>Not a word about it.</summary>
    public static RecordedField None { get; } = new(hidden: true);

    private static RecordedField Shown { get; } = new(hidden: false);

    private static RecordedField OnlyThat { get; } = new(hidden: true);

    /// <summary>What the record may say about a property.</summary>
    public static RecordedField Of(PropertyEntry property)
    {
        var name = property.Metadata.Name;
        if (name == nameof(IVersioned.Version) || property.EntityEntry.Metadata.GetTableName() is not { } table) return None;
        if (table.StartsWith("platform_", StringComparison.Ordinal) && !(OfPlatform.TryGetValue(property.EntityEntry.Metadata.ClrType, out var fields) && fields.Contains(name))) return None;

        var type = Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType;
        var isSecret = type == typeof(byte[]) || Array.Exists(Secret, word => type.Name.Contains(word, StringComparison.Ordinal)) || property.Metadata.PropertyInfo?.GetCustomAttribute<UnrecordedAttribute>() is not null
            || Array.Exists(Secret, word => name.Contains(word, StringComparison.Ordinal));
        return isSecret ? OnlyThat : Shown;
    }

    /// <summary>A value as the record holds it.</summary>
    /// <param name="value">The value; null for none.</param>
    public string? Show(object? value)
    {
        if (value is null) return null;
        if (_hidden) return Hidden;
        return value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString();
    }
}
