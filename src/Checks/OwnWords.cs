using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Checks;

/// <summary>Words that an office looks for besides the ready-made lists.</summary>
public sealed record OwnWords
{
    /// <summary>Most words of all kinds together, inclusive.</summary>
    public const int Most = 2_000;

    /// <summary>Words written wrongly, and what is meant.</summary>
    public IReadOnlyList<WrongWord> Wrong { get; init; } = [];

    /// <summary>Words not to be used at all.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Marks of internal material, without blanks and punctuation.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>True where nothing is added.</summary>
    [JsonIgnore]
    public bool IsEmpty => Wrong.Count + Forbidden.Count + Marks.Count == 0;

    /// <summary>Stands for exactly these words; what was checked against others has another one.</summary>
    [JsonIgnore]
    public string Version => $"own-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this))).AsSpan(0, 6))}";

    /// <summary>Words that cannot be looked for: shorter than two characters, longer than a list takes, padded, named twice, corrected to themselves, or a mark with blanks or punctuation in it.</summary>
    public IEnumerable<string> Unfit()
    {
        foreach (var word in Wrong) if (word.Right.Trim().Length == 0 || word.Right == word.Wrong) yield return word.Wrong;
        foreach (var mark in Marks) if (mark.Any(sign => char.IsWhiteSpace(sign) || char.IsPunctuation(sign))) yield return mark;
        foreach (IEnumerable<string> list in (IEnumerable<string>[])[Wrong.Select(word => word.Wrong), Forbidden, Marks])
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var word in list) if (word.Trim() != word || word.Length is < 2 or > CheckLists.LongestWord || !seen.Add(word)) yield return word;
        }
    }
}
