namespace Gongkai.Content.Importing;

/// <summary>Signs above and below the line where only plain text can stand: in a cell, 10 to the third must not become 103.</summary>
internal static class RaisedSigns
{
    private const string From = "0123456789+-()";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎";

    /// <summary>The text raised or lowered; as it is where a sign of it has no such form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rise">1 for above, -1 for below, 0 for on the line.</param>
    public static string Of(string text, int rise)
    {
        if (rise == 0 || text.Length == 0 || text.Any(sign => !From.Contains(sign, StringComparison.Ordinal))) return text;
        var signs = rise > 0 ? Above : Below;
        return string.Concat(text.Select(sign => signs[From.IndexOf(sign, StringComparison.Ordinal)]));
    }
}
