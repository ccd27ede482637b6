using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Audit;

/// <summary>Writes into the audit entries of a save what changed from what to what.</summary>
internal static class AuditChanges
{
    /// <summary>More changed fields than this are counted, not listed: an adoption of a plan touches thousands.</summary>
    private const int Listed = 60;

    private const int LongestValue = 400;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Describe(Db db, List<AuditEntry> records)
    {
        if (records.Count == 0) return;
        var changes = Changes(db).Take(Listed + 1).ToList();
        if (changes.Count == 0) return;
        var cut = changes.Count > Listed;
        var json = JsonSerializer.Serialize(cut ? changes.Take(Listed) : changes, Json);
        foreach (var record in records) record.Changes = json;
    }

    private static IEnumerable<Change> Changes(Db db) =>
        from entry in db.ChangeTracker.Entries()
        where entry.State == EntityState.Modified && entry.Metadata.GetTableName() is { } table && !table.StartsWith("platform_", StringComparison.Ordinal)
        from property in entry.Properties
        where property.IsModified && property.Metadata.Name != nameof(IVersioned.Version) && !Equals(property.OriginalValue, property.CurrentValue)
        select new Change(entry.Metadata.ClrType.Name, property.Metadata.Name, Text(property.OriginalValue), Text(property.CurrentValue));

    private static string? Text(object? value)
    {
        var text = value is IFormattable formattable ? formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString();
        return text is { Length: > LongestValue } ? text[..LongestValue] + "…" : text;
    }

    private sealed record Change(string Thing, string Field, string? Before, string? After);
}
