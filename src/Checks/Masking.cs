using System.Text;

namespace Gongkai.Checks;

/// <summary>
/// What a personal value may be replaced by. The patterns are those of the lists; no national rule fixes them (个人信息保护法 art. 73 only says what de-identifying is).
/// </summary>
public static class Masking
{
    private const char Star = '*';

    /// <summary>Masks a value.</summary>
    /// <param name="code">Code of the finding.</param>
    /// <param name="value">The value as written, any width; blanks and dashes in numbers are dropped.</param>
    /// <param name="patterns">How much stays.</param>
    /// <returns>The value to publish instead; null for what is not personal.</returns>
    public static string? Mask(string code, string value, MaskingPatterns patterns)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(patterns);
        return code switch
        {
            CheckCodes.IdNumber => Id(Compact(value), patterns),
            CheckCodes.Mobile => Ends(Mobile(Compact(value)), patterns.MobileFirst, patterns.MobileLast),
            CheckCodes.BankCard => Ends(Compact(value), patterns.CardFirst, patterns.CardLast),
            CheckCodes.Email => Mail(value, patterns.MailFirst),
            CheckCodes.Address => Address(value, patterns.AddressEnds),
            CheckCodes.Minor => Name(value, patterns.NameFirst),
            CheckCodes.Health => "***",
            _ => null,
        };
    }

    /// <summary>The text with every finding that proposes a replacement replaced; of findings that overlap, the first counts.</summary>
    /// <param name="text">The text that was looked at.</param>
    /// <param name="findings">Its findings, in any order.</param>
    public static string Apply(string text, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var finding in findings.Where(finding => finding.Instead is not null).OrderBy(finding => finding.Span.Start))
        {
            if (finding.Span.Start < at || finding.Span.End > text.Length) continue;
            masked.Append(text, at, finding.Span.Start - at).Append(finding.Instead);
            at = finding.Span.End;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A name with all but its first characters hidden; two stars, so that its length is hidden too.</summary>
    internal static string Name(string name, int first) => name[..Math.Min(first, name.Length)] + "**";

    private static string Compact(string value) => string.Concat(new ScannedText(value).Words(0, value.Length).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    // The day of birth stays hidden whatever the patterns say; an old number has one digit less after it.
    private static string Id(string number, MaskingPatterns patterns)
    {
        // The last mark may be a sign of multiplication or a Roman ten, which is no letter.
        if (number.Length == IdNumbers.Length - 1) number += 'X';
        var last = Math.Min(patterns.IdLast, number.Length == IdNumbers.OldLength ? 3 : 4);
        return Ends(number, Math.Min(patterns.IdFirst, 6), last);
    }

    private static string Mobile(string number) => number.Length > 11 ? number[^11..] : number;

    private static string Ends(string value, int first, int last)
    {
        // A pattern that would leave everything hides everything.
        if (first + last >= value.Length) return new(Star, value.Length);
        return string.Concat(value.AsSpan(0, first), new string(Star, value.Length - first - last), value.AsSpan(value.Length - last));
    }

    private static string Mail(string address, int first)
    {
        var at = address.IndexOfAny(['@', '＠']);
        return at < 0 ? new(Star, 3) : string.Concat(address.AsSpan(0, Math.Min(first, at)), "***", address.AsSpan(at));
    }

    private static string Address(string address, IReadOnlyList<string> ends)
    {
        foreach (var end in ends)
        {
            var at = address.IndexOf(end, 1, StringComparison.Ordinal);
            if (at > 0 && at + end.Length < address.Length) return address[..(at + end.Length)] + "***";
        }

        return "***";
    }
}
