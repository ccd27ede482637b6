namespace Gongkai.Plans.Grammar;

/// <summary>Kinds of number that open a heading or an item, from the usual outermost to the usual innermost.</summary>
public enum Mark
{
    None,

    /// <summary>第一章, 第一部分.</summary>
    Part,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>一、</summary>
    Han,

    /// <summary>(一)</summary>
    HanBracket,

    /// <summary>1. or 1、</summary>
    Digit,

    /// <summary>(1)</summary>
    DigitBracket,

    /// <summary>1)</summary>
    HalfBracket,

    /// <summary>①</summary>
    Circled,

    /// <summary>一是</summary>
    Firstly,

    /// <summary>● ◆ ·</summary>
    Bullet,
}

/// <summary>A number at the start of a line.</summary>
/// <param name="Mark">Its kind.</param>
/// <param name="Value">Its value; 0 for a bullet.</param>
/// <param name="End">Folded offset of what follows it.</param>
public readonly record struct ItemNumber(Mark Mark, int Value, int End);

/// <summary>Reads the numbers that headings and items begin with.</summary>
public static class Numbering
{
    /// <summary>The number at the start of a stretch of folded text; <see cref="Mark.None"/> where there is none.</summary>
    public static ItemNumber Read(string text, int start, int end)
    {
        if (start >= end) return default;
        var c = text[start];
        if (c == '第') return Ordinal(text, start, end);
        if (c == '(') return Bracketed(text, start, end);
        if (c == '[') return Caption(text, start, end);
        if (Letters.IsHanDigit(c)) return Han(text, start, end);
        if (char.IsAsciiDigit(c)) return Digits(text, start, end);
        if (c is >= '①' and <= '⑳') return new(Mark.Circled, c - '①' + 1, start + 1);
        if (c is >= '⑴' and <= '⒇') return new(Mark.DigitBracket, c - '⑴' + 1, start + 1);
        if (c is >= '⒈' and <= '⒛') return new(Mark.Digit, c - '⒈' + 1, start + 1);
        if (c is >= '㈠' and <= '㈩') return new(Mark.HanBracket, c - '㈠' + 1, start + 1);
        if ("●◆■◇▪•·★☆➢▲△□◎※\uf06c\uf0d8\uf06e\uf075\uf0fc".Contains(c, StringComparison.Ordinal)) return new(Mark.Bullet, 0, start + 1);
        return default;
    }

    /// <summary>The number at the start of a line as it stands in a document, in any width; its <see cref="ItemNumber.End"/> is an offset of the folded line.</summary>
    public static ItemNumber ReadLine(string line)
    {
        var folded = Script.Of(line).Text;
        return Read(folded, 0, folded.Length);
    }

    /// <summary>Value of a Chinese number up to 999; 0 where it is none.</summary>
    public static int HanValue(ReadOnlySpan<char> digits)
    {
        int total = 0, unit = 0;
        foreach (var c in digits)
        {
            var value = "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
            if (c == '〇') value = 0;
            if (c == '两') value = 2;
            if (value >= 0) unit = unit * 10 + value;
            else if (c == '十') (total, unit) = (total + (unit == 0 ? 1 : unit) * 10, 0);
            else if (c == '百') (total, unit) = (total + (unit == 0 ? 1 : unit) * 100, 0);
            else return 0;
            if (unit > 9999) return 0;
        }

        return total + unit;
    }

    private static int Skip(string text, int i, int end, Func<char, bool> which)
    {
        while (i < end && which(text[i])) i++;
        return i;
    }

    private static ItemNumber Ordinal(string text, int start, int end)
    {
        var i = Skip(text, start + 1, Math.Min(end, start + 6), c => Letters.IsHanDigit(c) || char.IsAsciiDigit(c));
        if (i == start + 1 || i >= end) return default;
        var value = char.IsAsciiDigit(text[start + 1]) ? DigitValue(text.AsSpan(start + 1, i - start - 1)) : HanValue(text.AsSpan(start + 1, i - start - 1));
        if (text[i] is '章' or '编' or '篇') return new(Mark.Part, value, After(text, i + 1, end));
        if (text[i] == '部' && i + 1 < end && text[i + 1] == '分') return new(Mark.Part, value, After(text, i + 2, end));
        if (text[i] == '节') return new(Mark.Section, value, After(text, i + 1, end));
        return default;
    }

    private static ItemNumber Bracketed(string text, int start, int end)
    {
        var i = Skip(text, start + 1, Math.Min(end, start + 7), Letters.IsHanDigit);
        if (i > start + 1 && i < end && text[i] == ')')
            return new(Mark.HanBracket, HanValue(text.AsSpan(start + 1, i - start - 1)), After(text, i + 1, end));
        i = Skip(text, start + 1, Math.Min(end, start + 5), char.IsAsciiDigit);
        if (i > start + 1 && i < end && text[i] == ')' && i - start <= 3)
            return new(Mark.DigitBracket, DigitValue(text.AsSpan(start + 1, i - start - 1)), After(text, i + 1, end));
        return default;
    }

    /// <summary>【公开内容】 alone on a line heads what follows.</summary>
    private static ItemNumber Caption(string text, int start, int end)
    {
        if (end - start is < 4 or > 24 || text[end - 1] != ']' || text.AsSpan(start + 1, end - start - 2).IndexOfAny(":[]、,") >= 0) return default;
        var inside = text.AsSpan(start + 1, end - start - 2);
        return inside.IndexOf("责任", StringComparison.Ordinal) < 0 && inside.IndexOf("单位", StringComparison.Ordinal) < 0 && inside.IndexOf("部门", StringComparison.Ordinal) < 0 && inside.IndexOf("时限", StringComparison.Ordinal) < 0 && inside.IndexOf("科室", StringComparison.Ordinal) < 0 && !UnitNames.EndsLikeName(inside) && !inside.Contains("打印", StringComparison.Ordinal)
            ? new(Mark.Section, 0, start + 1)
            : default;
    }

    private static ItemNumber Han(string text, int start, int end)
    {
        var i = Skip(text, start, Math.Min(end, start + 5), Letters.IsHanDigit);
        if (i >= end) return default;
        var value = HanValue(text.AsSpan(start, i - start));
        if (text[i] is '、' or '.' or ':' or ',' && value > 0)
        {
            // 一、二季度 is a list of quarters, not a heading
            if (i + 2 < end && Letters.IsHanDigit(text[i + 1]) && text[i + 2] is '季' or '级') return default;
            if (text[i] is ':' or ',' && i - start > 2) return default;
            return new(Mark.Han, value, i + 1);
        }

        return text[i] == '是' && value > 0 && i - start <= 2 ? new(Mark.Firstly, value, After(text, i + 1, end)) : default;
    }

    private static ItemNumber Digits(string text, int start, int end)
    {
        var i = Skip(text, start, Math.Min(end, start + 4), char.IsAsciiDigit);
        if (i >= end || i - start > 3) return default;
        var value = DigitValue(text.AsSpan(start, i - start));
        if (text[i] is '.' or '、' && (i + 1 >= end || !char.IsAsciiDigit(text[i + 1]) || YearFollows(text, i + 1, end)))
            return new(Mark.Digit, value, After(text, i + 1, end));
        return text[i] == ')' && i - start <= 2 ? new(Mark.HalfBracket, value, After(text, i + 1, end)) : default;
    }

    /// <summary>25.2021年6月… is item 25, not a number with decimals.</summary>
    private static bool YearFollows(string text, int i, int end)
    {
        var stop = Skip(text, i, Math.Min(end, i + 5), char.IsAsciiDigit);
        return stop < end && (text[stop] is '年' or '月' or '个' or '项' or '类' or '部') && stop - i <= 4;
    }

    private static int DigitValue(ReadOnlySpan<char> digits) => int.TryParse(digits, out var value) ? value : 0;

    private static int After(string text, int i, int end) => i < end && text[i] is '、' or '.' or ',' or ':' ? i + 1 : i;
}
