namespace Gongkai.Content.Blocks;

/// <summary>Which addresses words may lead to.</summary>
public static class Links
{
    private const int Longest = 2_000;

    /// <summary>The address where it is one that a reader may be sent to; null for everything else: scripts, files of the machine, data, another site without a scheme.</summary>
    /// <param name="address">As written or imported.</param>
    public static string? Safe(string? address)
    {
        var clean = address?.Trim() ?? "";
        if (clean.Length is 0 or > Longest || clean.Any(sign => char.IsControl(sign) || sign == '\\')) return null;
        if (clean[0] == '/') return clean.StartsWith("//", StringComparison.Ordinal) ? null : clean;
        return Uri.TryCreate(clean, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? clean : null;
    }
}
