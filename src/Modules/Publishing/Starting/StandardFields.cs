using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Publishing.Catalogue;

namespace Gongkai.Publishing.Starting;

/// <summary>One field with its items.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Items">Its items in order.</param>
internal sealed record StandardField(string Name, IReadOnlyList<ItemContent> Items);

/// <summary>
/// Catalogues to begin with: the items of Articles 20 and 21 of the Regulations, and the twenty-six fields for which standards of grassroots
/// disclosure were drawn up (国办发〔2019〕54号), in our own wording. An office takes what it is charged with and changes it to what it does.
/// </summary>
internal static class StandardFields
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly Lazy<IReadOnlyList<StandardField>> Read = new(() => [.. Load("statute.json"), .. Load("fields.json")]);

    /// <summary>Every field, those of the Regulations first.</summary>
    public static IReadOnlyList<StandardField> All => Read.Value;

    /// <summary>Names of the fields.</summary>
    public static IEnumerable<string> Names => All.Select(one => one.Name);

    private static List<StandardField> Load(string name)
    {
        using var stream = typeof(StandardFields).Assembly.GetManifestResourceStream($"starting/{name}")!;
        return JsonSerializer.Deserialize<Book>(stream, Form)!.Fields.Select(field => new StandardField(field.Field, [.. field.Items.Select(item => item.On(field.Field))])).ToList();
    }

    private sealed record Book(string Title, IReadOnlyList<Chapter> Fields);

    private sealed record Chapter(string Field, IReadOnlyList<Line> Items);

    private sealed record Line(string First, string Second, string Content, string Basis, string Limit, string Bearer, IReadOnlyList<string> Channels, string Audience, string? Group, string Manner, IReadOnlyList<string> Levels)
    {
        public ItemContent On(string field) => new(field, First, Second, Content)
        {
            Basis = Basis,
            Limit = Limit,
            Bearer = Bearer,
            Channels = Channels,
            Audience = Audience == "特定群体" ? Catalogue.Audience.Group : Catalogue.Audience.Everybody,
            Group = Group ?? "",
            Manner = Manner == "依申请" ? Catalogue.Manner.OnRequest : Catalogue.Manner.Active,
            Levels = (Levels.Contains("县级") ? Catalogue.Levels.County : Catalogue.Levels.None) | (Levels.Contains("乡级") ? Catalogue.Levels.Town : Catalogue.Levels.None),
        };
    }
}
