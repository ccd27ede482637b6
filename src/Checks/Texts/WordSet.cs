using System.Buffers;

namespace Gongkai.Checks;

/// <summary>Words looked for all at once.</summary>
internal sealed class WordSet(IReadOnlyList<string> words)
{
    private readonly SearchValues<string> _any = SearchValues.Create([.. words], StringComparison.Ordinal);
    private readonly ILookup<char, string> _byFirst = words.OrderByDescending(word => word.Length).ToLookup(word => word[0]);

    /// <summary>True where a text holds one of the words.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => words.Count > 0 && text.ContainsAny(_any);

    /// <summary>The first word in a text, the longest where several begin together.</summary>
    /// <returns>Its place; -1 and an empty word for none.</returns>
    public (int At, string Word) First(ReadOnlySpan<char> text)
    {
        var at = words.Count == 0 ? -1 : text.IndexOfAny(_any);
        if (at < 0) return (-1, "");
        foreach (var word in _byFirst[text[at]])
            if (text[at..].StartsWith(word)) return (at, word);
        return (-1, "");
    }
}
