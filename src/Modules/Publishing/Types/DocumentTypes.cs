using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Publishing.Types;

/// <summary>The types of document that there are. A new one is a few lines of data; a key that was in use stays.</summary>
internal static class DocumentTypes
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly Lazy<IReadOnlyList<DocumentType>> Read = new(() =>
    {
        using var stream = typeof(DocumentTypes).Assembly.GetManifestResourceStream("types/document-types.json")!;
        return Checked(JsonSerializer.Deserialize<Book>(stream, Form)!.Types);
    });

    private static readonly Lazy<IReadOnlyDictionary<string, DocumentType>> ByKey = new(() => All.ToDictionary(type => type.Key, StringComparer.Ordinal));

    /// <summary>Every type, in the order of lists.</summary>
    public static IReadOnlyList<DocumentType> All => Read.Value;

    /// <summary>A type; null where there is none of that key.</summary>
    public static DocumentType? Find(string? key) => key is not null && ByKey.Value.TryGetValue(key, out var type) ? type : null;

    /// <summary>The type of a stored document.</summary>
    /// <exception cref="InvalidOperationException">A key was taken out of the file while documents still bear it.</exception>
    public static DocumentType Of(string key) => Find(key) ?? throw new InvalidOperationException($"There is no document type {key}.");

    /// <summary>Looks whether the file can be what it says.</summary>
    /// <exception cref="InvalidOperationException">A key or a name stands twice, or something is required and asked for twice.</exception>
    internal static IReadOnlyList<DocumentType> Checked(IReadOnlyList<DocumentType> types)
    {
        foreach (var twice in types.GroupBy(type => type.Key).Concat(types.GroupBy(type => type.Name)).Where(group => group.Count() > 1)) throw new InvalidOperationException($"Document type {twice.Key} stands twice.");
        foreach (var type in types)
        {
            if (type.Key.Length == 0 || type.Name.Length == 0) throw new InvalidOperationException("A document type has no key or no name.");
            if (type.Fields.Intersect(type.Required).Any()) throw new InvalidOperationException($"{type.Key} asks for a field twice.");
            if (type.Extra.Select(extra => extra.Key).Distinct().Count() < type.Extra.Count) throw new InvalidOperationException($"{type.Key} has a field of its own twice.");
        }
        return types;
    }

    private sealed record Book(string Version, IReadOnlyList<DocumentType> Types);
}
