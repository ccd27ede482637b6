using System.Globalization;

namespace Gongkai.Publishing;

/// <summary>Where a stretch of a list begins: behind the instant of the last line shown before, as the address of the page writes it.</summary>
internal static class ListStart
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The query value; blank for the beginning of the list.</param>
    /// <param name="before">The instant; null for the beginning.</param>
    /// <returns>False where it is no instant.</returns>
    public static bool TryRead(string? text, out DateTimeOffset? before)
    {
        before = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)) return false;
        before = instant;
        return true;
    }

    /// <summary>The query value that begins behind an instant.</summary>
    public static string Write(DateTimeOffset last) => Uri.EscapeDataString(last.ToString("O", CultureInfo.InvariantCulture));
}
