using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Audit;

/// <summary>Two values of one field, short enough for the record: of long texts the place where they begin to differ, and a digest of each whole.</summary>
internal static class ValueText
{
    /// <summary>Characters shown before the first difference.</summary>
    private const int Lead = 40;

    /// <param name="before">Value before; null for none.</param>
    /// <param name="after">Value afterwards; null for none.</param>
    /// <param name="longest">Characters of a value that are shown, more than 40.</param>
    public static (string? Before, string? After) Pair(string? before, string? after, int longest)
    {
        if ((before?.Length ?? 0) <= longest && (after?.Length ?? 0) <= longest) return (before, after);
        var same = before.AsSpan().CommonPrefixLength(after);
        var from = Math.Max(0, same - Lead);
        return (Cut(before, from, longest), Cut(after, from, longest));
    }

    private static string? Cut(string? value, int from, int longest)
    {
        if (value is null) return null;
        if (value.Length <= longest) return value;
        var (first, last) = (Whole(value, from), Whole(value, Math.Min(value.Length, from + longest)));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];
        return $"{(first > 0 ? "…" : "")}{value[first..last]}{(last < value.Length ? "…" : "")}（全文 {value.Length} 字，摘要 {digest}）";
    }

    /// <summary>The place itself, or the one before it where it would cut a character in two.</summary>
    private static int Whole(string value, int at) => at > 0 && at < value.Length && char.IsLowSurrogate(value[at]) ? at - 1 : at;
}
