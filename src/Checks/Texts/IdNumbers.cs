namespace Gongkai.Checks;

/// <summary>What an identity number (公民身份号码, GB 11643) must fulfil.</summary>
internal static class IdNumbers
{
    public const int Length = 18;
    public const int OldLength = 15;

    private const string CheckMarks = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>True for 18 characters with a province, a day of birth and the right check mark.</summary>
    /// <param name="number">Digits; the last may be X.</param>
    public static bool IsValid(ReadOnlySpan<char> number) => HasShape(number) && CheckMark(number) == number[17];

    /// <summary>True for 18 characters with a province and a day of birth, whatever the check mark.</summary>
    public static bool HasShape(ReadOnlySpan<char> number) => number.Length == Length && IsProvince(number) && IsDay(number[6..14], "");

    /// <summary>True for the 15 digits of before 1999, which have a province, a day of the last century and no check mark.</summary>
    public static bool IsValidOld(ReadOnlySpan<char> number) => number.Length == OldLength && number[0] != '9' && IsProvince(number) && IsDay(number[6..12], "19");

    /// <summary>The check mark of the first 17 digits (ISO 7064, MOD 11-2).</summary>
    public static char CheckMark(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (number[i] - '0') * Weights[i];
        return CheckMarks[sum % 11];
    }

    // 9 and a province begins the number of a foreigner's permanent residence card.
    private static bool IsProvince(ReadOnlySpan<char> number)
    {
        var from = number[0] == '9' ? 1 : 0;
        return ((number[from] - '0') * 10) + number[from + 1] - '0' is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46)
            or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82 or 83;
    }

    private static bool IsDay(ReadOnlySpan<char> digits, string century)
    {
        Span<char> day = stackalloc char[8];
        century.CopyTo(day);
        digits.CopyTo(day[century.Length..]);
        int year = Number(day[..4]), month = Number(day[4..6]), date = Number(day[6..]);
        return year is >= 1900 and < 2100 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
