namespace Gongkai.Platform.Backups;

/// <summary>The only names an archive may hold. What comes from an archive becomes a path only after this list has said yes.</summary>
internal static class BackupNames
{
    public const string Sqlite = "database.db";
    public const string Manifest = "manifest.json";
    public const string ManifestDigest = "manifest.sha256";
    public const string MasterKey = "master.key";

    private const string Tables = "tables/";
    private const string Files = "files/";

    public static string OfTable(string table) => Tables + table;

    public static string OfFile(string hash) => $"{Files}{hash[..2]}/{hash}";

    /// <summary>The table whose rows an entry holds; null where it is none.</summary>
    public static string? Table(string name) =>
        name.StartsWith(Tables, StringComparison.Ordinal) && name.Length > Tables.Length && name[Tables.Length..].All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            ? name[Tables.Length..]
            : null;

    /// <summary>The digest of the uploaded file that an entry holds; null where it is none.</summary>
    public static string? File(string name) =>
        name.StartsWith(Files, StringComparison.Ordinal) && name.Split('/')[^1] is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) && name == OfFile(hash) ? hash : null;
}
