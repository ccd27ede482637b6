namespace Gongkai.Law.Wording;

/// <summary>A day found in a text.</summary>
/// <param name="Date">The day.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="YearGiven">False when the year was taken from the default.</param>
public readonly record struct DateFound(DateOnly Date, TextSpan Span, bool YearGiven);

/// <summary>
/// Days as offices write them: 2026年6月30日, 二〇二六年六月三十日, 2026-06-30, 2026.6.30, 2026/6/30 and, with a year to go by, 6月30日.
/// Either width and blanks around the parts are accepted; a day that no calendar has (2月30日) is not a day.
/// </summary>
public static class ChineseDates
{
    /// <summary>Earliest year read.</summary>
    public const int FirstYear = 1900;

    /// <summary>Latest year read.</summary>
    public const int LastYear = 2199;

    /// <summary>Every day in a text, in order, not overlapping.</summary>
    /// <param name="text">Text in any width; offsets of the result are offsets in it.</param>
    /// <param name="defaultYear">Year of a day without one; null leaves such days out.</param>
    public static IReadOnlyList<DateFound> Find(string text, int? defaultYear = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<DateFound> found = [];
        for (var i = 0; i < text.Length;)
        {
            var begins = IsNumeral(text[i]) && (i == 0 || !Continues(text[i - 1], text[i]));
            if (begins && TryReadAt(text.AsSpan(i), defaultYear, out var date, out var consumed, out var yearGiven))
            {
                found.Add(new(date, new(i, consumed), yearGiven));
                i += consumed;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>Reads the day at the start of a text.</summary>
    /// <param name="text">Text that may begin with a day.</param>
    /// <param name="defaultYear">Year of a day without one; null refuses such days.</param>
    /// <param name="date">The day.</param>
    /// <param name="consumed">Number of characters it takes; 0 when there is none.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int? defaultYear, out DateOnly date, out int consumed) =>
        TryReadAt(text, defaultYear, out date, out consumed, out _);

    /// <summary>Reads a text that is a day from end to end, blanks around it aside.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, int? defaultYear, out DateOnly date)
    {
        text = text.Trim();
        return TryRead(text, defaultYear, out date, out var consumed) && consumed == text.Length;
    }

    private static bool TryReadAt(ReadOnlySpan<char> text, int? defaultYear, out DateOnly date, out int consumed, out bool yearGiven)
    {
        (date, consumed, yearGiven) = (default, 0, true);
        var at = 0;
        if (!Number(text, ref at, out var first)) return false;
        var separator = Mark(text, ref at);
        int year = first, month, day;
        switch (separator)
        {
            case '年':
                if (!Number(text, ref at, out month) || Mark(text, ref at) != '月' || !Number(text, ref at, out day) || !IsDayMark(Mark(text, ref at))) return false;
                break;
            case '月':
                if (defaultYear is not { } given || !Number(text, ref at, out day) || !IsDayMark(Mark(text, ref at))) return false;
                (year, month, yearGiven) = (given, first, false);
                break;
            case '-' or '.' or '/':
                // Blanks would make a list of numbers of it; only the compact form is a day.
                if (!Compact(text, separator, out month, out day, out at)) return false;
                break;
            default:
                return false;
        }

        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        (date, consumed) = (new(year, month, day), at);
        return true;
    }

    private static bool Compact(ReadOnlySpan<char> text, char separator, out int month, out int day, out int end)
    {
        (month, day, end) = (0, 0, 4);
        if (text.Length < 8 || !AllDigits(text[..4]) || Plain(text[4]) != separator) return false;
        end = 5;
        if (!ShortNumber(text, ref end, out month) || end >= text.Length || Plain(text[end]) != separator) return false;
        end++;
        if (!ShortNumber(text, ref end, out day)) return false;
        // 2026.6.30.1 is a version and 2026-06-301 a serial number.
        return end >= text.Length || !(char.IsAsciiDigit(Plain(text[end])) || (Plain(text[end]) == separator && end + 1 < text.Length && char.IsAsciiDigit(Plain(text[end + 1]))));
    }

    private static bool ShortNumber(ReadOnlySpan<char> text, ref int at, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < 2 && char.IsAsciiDigit(Plain(text[at]))) value = value * 10 + Plain(text[at++]) - '0';
        return at > start;
    }

    private static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(Plain(c))) return false;
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, ref int at, out int value)
    {
        var start = at == 0 ? 0 : SkipBlanks(text, at);
        if (!ChineseNumerals.TryRead(text[start..], out value, out var consumed)) return false;
        at = start + consumed;
        return true;
    }

    private static char Mark(ReadOnlySpan<char> text, ref int at)
    {
        var place = SkipBlanks(text, at);
        if (place >= text.Length) return '\0';
        at = place + 1;
        return Plain(text[place]);
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 4);
        while (at < limit && text[at] != '\n' && CharacterFolding.Fold(text[at]) == ' ') at++;
        return at;
    }

    private static bool IsDayMark(char c) => c is '日' or '号';

    private static char Plain(char c) => CharacterFolding.Fold(c);

    private static bool IsNumeral(char c) => char.IsAsciiDigit(Plain(c)) || "一二三四五六七八九十〇○零廿卅".Contains(c);

    /// <summary>A number that began earlier does not begin again inside: 12026-06-30 holds no day.</summary>
    private static bool Continues(char before, char c) =>
        char.IsAsciiDigit(Plain(c)) ? char.IsAsciiDigit(Plain(before)) || char.IsAsciiLetter(Plain(before)) : IsNumeral(before);
}
