namespace Gongkai.Plans.Grammar;

/// <summary>What single characters are to the grammar.</summary>
internal static class Letters
{
    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '〇';

    /// <summary>One kind of bracket, dash and colon, on top of what <see cref="Gongkai.Law.Wording.NormalisedText"/> folds.</summary>
    public static char Fold(char c) => c switch
    {
        '【' or '〔' or '〖' => '[',
        '】' or '〕' or '〗' => ']',
        '〈' => '<',
        '〉' => '>',
        '–' or '—' or '―' or '─' => '-',
        '∶' => ':',
        '丨' or '│' or '┃' => '|',
        _ => c,
    };

    /// <summary>True for a Chinese numeral of the kind that numbers headings.</summary>
    public static bool IsHanDigit(char c) => "零一二三四五六七八九十百〇两".Contains(c, StringComparison.Ordinal);

    /// <summary>True for marks that end a sentence or an item.</summary>
    public static bool EndsSentence(char c) => c is '。' or ';' or '!' or '?';
}
