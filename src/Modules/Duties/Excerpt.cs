namespace Gongkai.Duties;

/// <summary>The beginning of a long text, for lists.</summary>
internal static class Excerpt
{
    /// <summary>The text itself where it is short; otherwise its beginning with an ellipsis, never half a character.</summary>
    /// <param name="text">Text.</param>
    /// <param name="length">Most UTF-16 units before the ellipsis, 1 or more.</param>
    public static string Of(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }
}
