namespace Gongkai.Checks;

/// <summary>The unified social credit code (统一社会信用代码, GB 32100): 18 characters that name an organisation, never a person.</summary>
internal static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>True for 18 characters with the right check mark.</summary>
    public static bool IsValid(ReadOnlySpan<char> code)
    {
        if (code.Length != 18) return false;
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++, weight = weight * 3 % 31)
        {
            var value = Alphabet.IndexOf(code[i]);
            if (value < 0) return false;
            sum += value * weight;
        }

        return Alphabet.IndexOf(code[17]) == (31 - (sum % 31)) % 31;
    }
}
