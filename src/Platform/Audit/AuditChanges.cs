using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Platform.Audit;

/// <summary>One field that an act changed.</summary>
/// <param name="Thing">Type of the row; empty on the last line of a list that was cut.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Before">Value before; null for none.</param>
/// <param name="After">Value afterwards; null for none, and where the row was deleted.</param>
public sealed record AuditChange(string Thing, string Field, string? Before, string? After);

/// <summary>
/// Writes into the audit entries of a save what changed from what to what. Of a deleted row the record keeps what it held, for nothing
/// else does; a new row stands for itself, and each later change says what it was before.
/// </summary>
public static class AuditChanges
{
    /// <summary>More changed fields than this are counted, not listed: an adoption of a plan touches thousands.</summary>
    private const int Listed = 60;

    private const int LongestValue = 400;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the changes of an entry.</summary>
    /// <param name="changes">The entry's changes as stored; null gives none.</param>
    public static IReadOnlyList<AuditChange> Read(string? changes) => changes is null ? [] : JsonSerializer.Deserialize<List<AuditChange>>(changes, Json) ?? [];

    internal static void Describe(Db db, List<AuditEntry> records)
    {
        if (records.Count == 0) return;
        var changes = Changes(db).ToList();
        if (changes.Count == 0) return;
        if (changes.Count > Listed) changes = [.. changes[..Listed], new("", "", null, $"{changes.Count - Listed}")];
        var json = JsonSerializer.Serialize(changes, Json);
        foreach (var record in records) record.Changes = json;
    }

    private static IEnumerable<AuditChange> Changes(Db db) =>
        from entry in db.ChangeTracker.Entries()
        where entry.State is EntityState.Modified or EntityState.Deleted
        from property in entry.Properties
        let field = RecordedField.Of(property)
        where field != RecordedField.None && (entry.State == EntityState.Deleted ? property.OriginalValue is not null : HasChanged(property))
        let shown = ValueText.Pair(field.Show(property.OriginalValue), entry.State == EntityState.Deleted ? null : field.Show(property.CurrentValue), LongestValue)
        select new AuditChange(entry.Metadata.ClrType.Name, property.Metadata.Name, shown.Before, shown.After);

    private static bool HasChanged(PropertyEntry property) => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue);
}
