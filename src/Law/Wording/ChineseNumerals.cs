using System.Globalization;
using System.Text;

namespace Gongkai.Law.Wording;

/// <summary>Numbers as offices write them: 二十三, 二〇二六, 廿三, 两百, 壹佰, 15, １５, 3万.</summary>
public static class ChineseNumerals
{
    /// <summary>Largest number that is read or written: below a hundred million (亿).</summary>
    public const int Largest = 99_999_999;

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads the number at the start of a text, as far as it goes.</summary>
    /// <param name="text">Text that may begin with a number; nothing before it is skipped.</param>
    /// <param name="value">The number, 0 to <see cref="Largest"/>; 0 when there is none.</param>
    /// <param name="consumed">Number of characters it takes; 0 when there is none.</param>
    /// <returns>False when the text does not begin with a number, or with one that is too large.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out int value, out int consumed)
    {
        (value, consumed) = (0, 0);
        if (text.IsEmpty) return false;
        var found = AsciiDigit(text[0]) >= 0 ? ReadDigits(text, out consumed)
            : IsRowOfDigits(text) ? ReadRow(text, out consumed)
            : ReadUnits(text, out consumed);
        if (found is < 0 or > Largest || consumed == 0)
        {
            consumed = 0;
            return false;
        }

        value = (int)found;
        return true;
    }

    /// <summary>Reads a text that is a number from end to end.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value) => TryRead(text, out value, out var consumed) && consumed == text.Length;

    /// <summary>Writes a number with units: 0 → 零, 15 → 十五, 105 → 一百零五, 20000 → 二万.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or larger than <see cref="Largest"/>.</exception>
    public static string Write(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        if (value == 0) return "零";
        var text = new StringBuilder();
        var (upper, lower) = Math.DivRem(value, 10_000);
        if (upper > 0)
        {
            WriteSection(text, upper);
            text.Append('万');
            if (lower is > 0 and < 1000) text.Append('零');
        }

        if (lower > 0) WriteSection(text, lower);
        return text.ToString();
    }

    /// <summary>Writes the digits one by one, as years are: 2026 → 二〇二六.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static string WriteDigits(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(d => d == '0' ? '〇' : Digits[d - '0']));
    }

    private static void WriteSection(StringBuilder text, int section)
    {
        var gap = false;
        var first = text.Length == 0;
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = section / unit % 10;
            if (digit == 0)
            {
                gap |= section >= unit;
                continue;
            }

            if (gap) text.Append('零');
            gap = false;
            // Fifteen is 十五 at the start of a number and 一十五 within one.
            if (!(first && unit == 10 && digit == 1 && section < 20)) text.Append(Digits[digit]);
            text.Append(name);
        }
    }

    private static long ReadDigits(ReadOnlySpan<char> text, out int consumed)
    {
        long value = 0;
        consumed = 0;
        while (consumed < text.Length && AsciiDigit(text[consumed]) is >= 0 and var digit)
        {
            value = Math.Min(value * 10 + digit, Largest + 1L);
            consumed++;
        }

        if (consumed < text.Length && Unit(text[consumed]) is > 10 and var unit)
        {
            value *= unit;
            consumed++;
        }

        return value;
    }

    /// <summary>Two digits side by side are a row, as in a year; a lone one is a number of its own.</summary>
    private static bool IsRowOfDigits(ReadOnlySpan<char> text) => text.Length > 1 && ChineseDigit(text[0]) >= 0 && RowDigit(text[1]) >= 0;

    private static long ReadRow(ReadOnlySpan<char> text, out int consumed)
    {
        long value = 0;
        consumed = 0;
        while (consumed < text.Length && RowDigit(text[consumed]) is >= 0 and var digit)
        {
            value = Math.Min(value * 10 + digit, Largest + 1L);
            consumed++;
        }

        return value;
    }

    private static long ReadUnits(ReadOnlySpan<char> text, out int consumed)
    {
        long total = 0, section = 0;
        int pending = -1, lastUnit = 0, zeroes = 0;
        var limit = 10_000L;
        var i = 0;
        for (; i < text.Length; i++)
        {
            if (Zero(text[i]) && i > 0)
            {
                if (pending >= 0 || zeroes > 0 || i + 1 >= text.Length || ChineseDigit(text[i + 1]) <= 0 && Unit(text[i + 1]) != 10) break;
                zeroes++;
                continue;
            }

            if (Tens(text[i]) is > 0 and var tens && pending < 0 && limit > 10)
            {
                section += tens;
                (limit, lastUnit, zeroes) = (10, 10, 0);
                continue;
            }

            if (ChineseDigit(text[i]) is >= 0 and var digit)
            {
                if (pending >= 0 || (limit <= 1 && section > 0)) break;
                pending = digit;
                continue;
            }

            var unit = Unit(text[i]);
            if (unit == 0 || pending == 0) break;
            if (unit == 10_000)
            {
                if (total > 0 || (section == 0 && pending < 0)) break;
                total = (section + Math.Max(pending, 0)) * 10_000;
                (section, pending, limit, lastUnit, zeroes) = (0, -1, 10_000, 10_000, 0);
                continue;
            }

            // Only ten may stand without a digit before it: 十五, 一百十五.
            if (unit >= limit || (pending < 0 && unit != 10)) break;
            section += (pending < 0 ? 1 : pending) * unit;
            (pending, limit, lastUnit, zeroes) = (-1, unit, unit, 0);
        }

        consumed = i;
        if (pending < 0) return i == 0 ? -1 : total + section;
        // 一百五 says one hundred and fifty; with 零 between it says one hundred and five.
        return total + section + (zeroes == 0 && lastUnit >= 100 ? pending * (lastUnit / 10) : pending);
    }

    private static int AsciiDigit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    private static bool Zero(char c) => c is '零' or '〇' or '○';

    private static int Tens(char c) => c switch { '廿' => 20, '卅' => 30, _ => 0 };

    private static int RowDigit(char c) => c is 'O' or 'Ｏ' ? 0 : c is '两' ? -1 : ChineseDigit(c);

    private static int ChineseDigit(char c) => c switch
    {
        '〇' or '零' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static int Unit(char c) => c switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, '万' => 10_000, _ => 0 };
}
