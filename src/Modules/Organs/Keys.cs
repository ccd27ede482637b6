namespace Gongkai.Organs;

/// <summary>The form of address parts.</summary>
internal static class Keys
{
    /// <summary>Longest address part, in characters.</summary>
    public const int Longest = 40;

    /// <summary>Why a word cannot stand in an address; empty when it can.</summary>
    public static IEnumerable<Refusal> Against(string? key)
    {
        if (!IsKey(key)) yield return new("organs.key-malformed") { Values = [key ?? "", Longest] };
    }

    /// <summary>True for lower-case letters, digits and hyphens that begin with a letter.</summary>
    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= Longest } && char.IsAsciiLetterLower(key[0]) && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
