using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Data;

namespace Gongkai.Platform.Backups;

/// <summary>A piece of the database in an archive.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Digest">SHA-256, lower-case hex.</param>
public sealed record BackupPart(string Name, long Size, string Digest);

/// <summary>What an archive holds: its last entry but one, followed by its own digest.</summary>
public sealed record BackupManifest
{
    /// <summary>The form of archive that this program writes and reads.</summary>
    public const int PresentForm = 1;

    public required int Form { get; init; }

    /// <summary>Release of the program that wrote it.</summary>
    public required string Release { get; init; }

    public required Engine Engine { get; init; }

    /// <summary>When the backup began, an instant: what was acknowledged before is in it.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Steps of the schema that have run, <c>module/name</c>.</summary>
    public required IReadOnlyList<string> Schema { get; init; }

    /// <summary>Rows of each table.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    /// <summary>Pieces of the database. Uploaded files are not listed: the name of each is its digest.</summary>
    public required IReadOnlyList<BackupPart> Parts { get; init; }

    /// <summary>Number of uploaded files in the archive.</summary>
    public required long Files { get; init; }

    /// <summary>Their size in bytes together.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Files that a row names and that were missing or altered already when the backup was taken; not in the archive.</summary>
    public required IReadOnlyList<string> LostFiles { get; init; }

    /// <summary>SHA-256 of the master key in the archive; null where it was left out.</summary>
    public required string? MasterKeyDigest { get; init; }

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.BackupManifest);

    /// <returns>Null where it is no manifest of a form known here.</returns>
    internal static BackupManifest? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ManifestJson.Default.BackupManifest) is { Form: PresentForm } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
