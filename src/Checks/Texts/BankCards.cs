namespace Gongkai.Checks;

/// <summary>What the number of a bank card must fulfil (ISO/IEC 7812): 16 to 19 digits, a known beginning, the right last digit.</summary>
internal static class BankCards
{
    private static readonly string[] Beginnings = ["62", "4", "51", "52", "53", "54", "55", "35", "60", "9558", "9559"];

    /// <summary>True for the number of a card.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits) => HasShape(digits) && HasLuhn(digits);

    /// <summary>True where length and beginning are those of a card, whatever the last digit.</summary>
    public static bool HasShape(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 16 or > 19) return false;
        foreach (var beginning in Beginnings)
            if (digits.StartsWith(beginning)) return true;
        return false;
    }

    /// <summary>True for the beginning that only cards issued here have, in one of the two lengths in which they are issued.</summary>
    public static bool IsUnionPay(ReadOnlySpan<char> digits) => digits.Length is 16 or 19 && digits.StartsWith("62");

    /// <summary>True where the last digit fits the others by Luhn's rule.</summary>
    public static bool HasLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
