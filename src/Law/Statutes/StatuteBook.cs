using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Law.Statutes;

/// <summary>The statutes that come with the program (law/*.json).</summary>
public static class StatuteBook
{
    private const string Folder = "law/";
    private const string Ending = ".json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyDictionary<string, Statute>> Read = new(ReadAll);

    /// <summary>Every statute, by key.</summary>
    public static IEnumerable<Statute> All => Read.Value.Values.OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>The statute with this key; null when there is none.</summary>
    public static Statute? Find(string key) => Read.Value.GetValueOrDefault(key);

    private static Dictionary<string, Statute> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var statutes = new Dictionary<string, Statute>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(IsStatute))
        {
            var key = name[Folder.Length..^Ending.Length];
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = JsonSerializer.Deserialize<File>(stream, Form) ?? throw new InvalidDataException($"{name} is empty.");
            statutes[key] = new(key, file.Title, file.Source, file.Complete, [.. file.Articles.OrderBy(a => a.Number)]);
        }

        return statutes;
    }

    /// <summary>Statutes lie in law/ itself; its subfolders hold other data.</summary>
    private static bool IsStatute(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal) && !name[Folder.Length..].Contains('/') && !name[Folder.Length..].Contains('\\');

    private sealed record File(string Title, string Source, bool Complete, IReadOnlyList<StatuteArticle> Articles);
}
