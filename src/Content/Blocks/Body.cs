using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Gongkai.Content.Blocks;

/// <summary>The text of a document (正文) as blocks.</summary>
/// <param name="Blocks">Blocks in reading order.</param>
public sealed record Body(IReadOnlyList<Block> Blocks)
{
    /// <summary>Most blocks that a text may have; a table counts its rows.</summary>
    public const int MostBlocks = 20_000;

    /// <summary>Most characters that a text may have.</summary>
    public const int MostCharacters = 2_000_000;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A text that says nothing yet.</summary>
    public static Body Empty { get; } = new([]);

    /// <summary>True where nothing stands in it.</summary>
    public bool IsEmpty => Blocks.Count == 0;

    /// <summary>Digests of the pictures in it, each once.</summary>
    public IEnumerable<string> Pictures => Blocks.OfType<Picture>().Select(picture => picture.File).Distinct(StringComparer.Ordinal);

    /// <summary>Blocks, and rows of tables.</summary>
    public int Size => Blocks.Sum(block => block is Table table ? table.Rows.Count : 1);

    /// <summary>The same text in the one form in which texts are kept: blanks folded, what cannot be seen and what says nothing left out, links that lead nowhere safe dropped.</summary>
    public Body Normalised() => new([.. Blocks.Select(NormalForm.Of).OfType<Block>()]);

    /// <summary>How it is stored. The same text is always written the same way, so that it can be digested.</summary>
    public string ToJson() => JsonSerializer.Serialize(Blocks, Form);

    /// <summary>Reads what was stored.</summary>
    /// <exception cref="JsonException">It is not in this form.</exception>
    public static Body FromJson(string json) => new(JsonSerializer.Deserialize<List<Block>>(json, Form) ?? []);
}
