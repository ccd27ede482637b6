using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;

namespace Gongkai.Publishing.Drafts;

/// <summary>Names a catalogue on the desk.</summary>
internal readonly record struct CatalogueDraftId(Guid Value) : IId<CatalogueDraftId>
{
    /// <inheritdoc/>
    public static CatalogueDraftId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Rows that were read from a file, or taken from the standard fields, and wait to be compared and adopted; nothing of it stands in the catalogue yet.</summary>
internal sealed class CatalogueDraft : IVersioned
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    private CatalogueDraft() { }

    public CatalogueDraft(CatalogueDraftId id, OrganId organ, string name, string? fileHash, IReadOnlyList<ItemContent> rows, DateTimeOffset now)
    {
        (Id, OrganId, Name, FileHash, ReadAt, RowCount) = (id, organ, name, fileHash, now, rows.Count);
        Rows = JsonSerializer.Serialize(rows, Json);
    }

    public CatalogueDraftId Id { get; private init; }

    public OrganId OrganId { get; private init; }

    /// <summary>Name of the file, or of where the rows come from.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Digest of the file; null where the rows come from no file.</summary>
    public string? FileHash { get; private init; }

    public DateTimeOffset ReadAt { get; private init; }

    public int RowCount { get; private init; }

    /// <summary>Set when it was adopted or discarded; a closed draft is kept as the record of what was decided.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string Rows { get; private init; } = "";

    public int Version { get; private set; }

    /// <summary>Every reason against adopting or discarding it.</summary>
    public IEnumerable<Refusal> AgainstClosing()
    {
        if (ClosedAt is not null) yield return new("publishing.draft-closed");
    }

    public IReadOnlyList<ItemContent> Read() => JsonSerializer.Deserialize<IReadOnlyList<ItemContent>>(Rows, Json)!;

    public void Close(DateTimeOffset now) => ClosedAt = now;
}
