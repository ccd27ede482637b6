using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gongkai.Plans.Reading;

/// <summary>Numbers of lists in the formats of Word (ECMA-376 part 1, 17.18.59).</summary>
public static class ListNumbers
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百①②③④⑤⑥⑦⑧⑨⑩");
    private const string Digits = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number; where a format has no sign for it, digits are used.</param>
    /// <param name="format">Format name as in the file; unknown ones give digits.</param>
    public static string Format(int number, string format) => format switch
    {
        "none" => "",
        "bullet" => "•",
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "japaneseCounting" or "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Chinese(number, Digits, "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Chinese(number, Legal, "拾佰仟"),
        "ideographTraditional" => Pick(Stems, number),
        "ideographZodiac" => Pick(Branches, number),
        "decimalFullWidth" or "decimalFullWidth2" => Shift(number, '０'),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Sign('①', number, 20),
        "decimalEnclosedParen" => Sign('⑴', number, 20),
        "decimalEnclosedFullstop" => Sign('⒈', number, 20),
        "ideographEnclosedCircle" => Sign('㊀', number, 10),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Chinese(int number, string digits, string places)
    {
        if (number is < 1 or > 9999) return Plain(number);
        var text = new StringBuilder();
        var gap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                gap |= text.Length > 0;
                continue;
            }

            if (gap) text.Append('零');
            gap = false;
            text.Append(digits[digit]);
            if (place > 0) text.Append(places[place - 1]);
        }

        // 十二, not 一十二.
        return number is >= 10 and <= 19 ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    private static string Pick(string signs, int number) => number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : Plain(number);

    private static string Sign(char first, int number, int count) => number >= 1 && number <= count ? ((char)(first + number - 1)).ToString() : Plain(number);

    private static string Shift(int number, char zero) => string.Concat(Plain(number).Select(digit => char.IsAsciiDigit(digit) ? (char)(zero + digit - '0') : digit));

    // Word goes on with aa, bb, cc after z.
    private static string Letters(int number, char first) =>
        number is >= 1 and <= 780 ? new((char)(first + (number - 1) % 26), (number - 1) / 26 + 1) : Plain(number);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value) text.Append(sign);
        }

        return text.ToString();
    }

    /// <summary>True when a line begins with a number of a list, such as 一、 or （二） or 3. or ④.</summary>
    public static bool StartsLine(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.IsEmpty) return false;
        if (text[0] is '(' or '（') text = text[1..];
        var digits = text.IndexOfAnyExcept(Signs);
        if (digits <= 0) return false;
        return text[0] is >= '①' and <= '⑩' || text[digits] is '、' or '.' or '．' or ')' or '）';
    }
}
