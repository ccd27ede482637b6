using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Platform.Vault;

/// <summary>
/// A personal detail as it lies in the database: encrypted, bound to its table, column and row. It tells nothing of itself;
/// <see cref="PersonalData.Read"/> is the way to what it holds.
/// </summary>
public sealed record Sealed
{
    internal Sealed(string text) => Text = text;

    /// <summary><c>v1</c>, id of the key and box in base 64, divided by full stops.</summary>
    internal string Text { get; }

    /// <summary>Says only that something is there: for logs, the record of changes and whoever prints an entity.</summary>
    public override string ToString() => "（已加密）";

    internal static string Prefix(int key) => $"v1.{key}.";

    /// <summary>Key and box.</summary>
    /// <exception cref="FormatException">It was not sealed here.</exception>
    internal (int Key, byte[] Box) Parts()
    {
        var parts = Text.Split('.');
        return parts is ["v1", var key, var box] && int.TryParse(key, out var id) ? (id, Convert.FromBase64String(box)) : throw new FormatException("Not a sealed value");
    }

    internal sealed class Converter() : ValueConverter<Sealed, string>(value => value.Text, stored => new Sealed(stored));
}

/// <summary>A detail sealed, and what it can be found by.</summary>
/// <param name="Value">For the field's column.</param>
/// <param name="Index">For the column of its index; null where the field has none.</param>
public sealed record SealedDetail(Sealed Value, string? Index);
