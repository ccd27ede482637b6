namespace Gongkai.Plans.Grammar;

/// <summary>What single characters are to the grammar.</summary>
internal static class Letters
{
    /// <summary>True for blanks of every width, but not for a line break.</summary>
    public static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\r' or '\u00a0' or '\u3000' or '\ufeff' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\f' or '\v'
        || (c > '\u1000' && c != '\n' && char.IsWhiteSpace(c));

    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '〇';

    /// <summary>One spelling of the same sign: half width, simplified, one kind of bracket each.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '﹐' => ',',
        '﹑' => '、',
        '【' or '〔' or '〖' or '﹝' => '[',
        '】' or '〕' or '〗' or '﹞' => ']',
        '〈' => '<',
        '〉' => '>',
        '｡' => '。',
        '–' or '—' or '―' or '─' or '－' => '-',
        '∶' or '︰' => ':',
        '﹔' => ';',
        '﹕' => ':',
        _ => c,
    };

    /// <summary>True for a Chinese numeral of the kind that numbers headings.</summary>
    public static bool IsHanDigit(char c) => "零一二三四五六七八九十百〇两".Contains(c, StringComparison.Ordinal);

    /// <summary>True for marks that end a sentence or an item.</summary>
    public static bool EndsSentence(char c) => c is '。' or ';' or '!' or '?';
}
