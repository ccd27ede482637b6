namespace Gongkai.Plans.Reading;

/// <summary>Numbers that a browser puts in front of list items.</summary>
public static class HtmlLists
{
    /// <summary>The numbering a list asks for, in the words of <see cref="ListNumbers"/>.</summary>
    /// <param name="type">The list's type attribute.</param>
    /// <param name="style">Its style, in lower case without blanks.</param>
    public static string Kind(string? type, string style)
    {
        if (style.Contains("cjk-ideographic", StringComparison.Ordinal) || style.Contains("chinese", StringComparison.Ordinal)) return "chineseCountingThousand";
        return type switch
        {
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
    }

    /// <summary>False where a list's style says that its items bear no numbers.</summary>
    /// <param name="style">Its style, in lower case without blanks.</param>
    public static bool IsCounted(string style) => !style.Contains("list-style:none", StringComparison.Ordinal) && !style.Contains("list-style-type:none", StringComparison.Ordinal);

    /// <summary>The number with its stop.</summary>
    public static string Label(int number, string kind) => ListNumbers.Format(number, kind) + (kind[0] == 'c' ? "、" : ".");
}
