namespace Gongkai.Law.Wording;

/// <summary>
/// Finds document numbers, orders and what only looks like them, in any bracket style (〔〕［］【】（）＜＞《》〈〉, also two that do not match) and width,
/// with blanks inside, with 第 and leading zeros, with Chinese numerals. Numbers of a case, a title deed or a share of one (1、2号) are left out.
/// </summary>
public static class DocumentNumbers
{
    /// <summary>Earliest year read.</summary>
    public const int FirstYear = 1949;

    /// <summary>Latest year read.</summary>
    public const int LastYear = 2199;

    private const string Openers = "〔[【(<《〈{〖";
    private const string Closers = "〕]】)>》〉}〗";

    /// <summary>Every number in a text, in order, not overlapping.</summary>
    /// <param name="text">Text in any width; offsets of the result are offsets in it. Blanks within the issuer's code end it, so a spaced text is normalised first.</param>
    public static IReadOnlyList<NumberFound> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<NumberFound> found = [];
        var free = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = CharacterFolding.Fold(text[i]);
            var number =
                Openers.Contains(c) ? Bracketed(text, i, free)
                : c == '令' ? OrderAfter(text, i, free)
                : c == '第' ? OrderBefore(text, i, free)
                : c == '年' ? YearSerial(text, i, free)
                : char.IsAsciiLetterUpper(c) && i >= free && (i == 0 || !char.IsAsciiLetterOrDigit(CharacterFolding.Fold(text[i - 1]))) ? Unified(text, i)
                : null;
            if (number is null) continue;
            found.Add(number);
            free = number.Span.End;
            i = free - 1;
        }

        return found;
    }

    /// <summary>The number that a text is from end to end, spacing aside; null when it is none.</summary>
    internal static NumberFound? Whole(string? text)
    {
        if (text is null) return null;
        var normal = NormalisedText.Of(text).Text;
        return Find(normal) is [var only] && only.Span.Length == normal.Length ? only : null;
    }

    /// <summary>Issuer's code, bracket, year, bracket, serial, 号.</summary>
    private static NumberFound? Bracketed(string text, int open, int free)
    {
        var scan = new Scanner(text, open + 1);
        if (!scan.Number(out var year) || year is < FirstYear or > LastYear) return null;
        var yearWord = scan.Mark('年');
        if (!scan.MarkOf(Closers)) return null;
        scan.Mark('第');
        if (!scan.Number(out var serial) || serial < 1 || !scan.Mark('号')) return null;

        var start = IssuerRun.Start(text, open, free);
        var code = IssuerRun.Read(text, start, open);
        if (yearWord || code.Length == 0)
            return new(NumberForm.YearSerial, TextSpan.Between(open, scan.At), $"{year}年第{serial}号");
        if (code[^1] == '令' && code.Length > 1)
        {
            var order = new OrderNumber(IssuerRun.WithoutState(code[..^1]), serial) { Year = year };
            return new(NumberForm.Order, TextSpan.Between(start, scan.At), order.ToString()) { Order = order };
        }

        var document = new DocumentNumber(code, year, serial);
        return new(NumberForm.Document, TextSpan.Between(start, scan.At), document.ToString()) { Document = document };
    }

    /// <summary>国务院令第711号, 令(第5号), 令2026年第3号.</summary>
    private static NumberFound? OrderAfter(string text, int ling, int free)
    {
        var scan = new Scanner(text, ling + 1);
        var bracket = scan.MarkOf(Openers);
        int? year = null;
        var mark = scan.At;
        if (scan.Number(out var number) && number is >= FirstYear and <= LastYear && scan.Mark('年')) year = number;
        else scan.At = mark;
        if (!scan.Mark('第') || !scan.Number(out var serial) || serial < 1 || !scan.Mark('号')) return null;
        if (bracket && !scan.MarkOf(Closers)) return null;
        return Order(text, ling, free, scan.At, serial, year);
    }

    /// <summary>第711号令, with or without the issuer before it.</summary>
    private static NumberFound? OrderBefore(string text, int di, int free)
    {
        var scan = new Scanner(text, di + 1);
        if (!scan.Number(out var serial) || serial < 1 || !scan.Mark('号') || !scan.Mark('令')) return null;
        return Order(text, di, free, scan.At, serial, null);
    }

    private static NumberFound? Order(string text, int issuerEnd, int free, int end, int serial, int? year)
    {
        var start = IssuerRun.Start(text, issuerEnd, free, name: true);
        var issuer = IssuerRun.Read(text, start, issuerEnd);
        // 责令, 司令 and their like are words, not orders; 命令 is the same as 令.
        if (issuer.Length > 0 && "责司口条禁指法律".Contains(issuer[^1])) return null;
        if (issuer.EndsWith('命')) issuer = issuer[..^1];
        var order = new OrderNumber(IssuerRun.WithoutState(issuer), serial) { Year = year };
        return new(NumberForm.Order, TextSpan.Between(start, end), order.ToString()) { Order = order };
    }

    /// <summary>公告2026年第3号: year and serial, no code.</summary>
    private static NumberFound? YearSerial(string text, int nian, int free)
    {
        var start = nian;
        while (start > free && nian - start < 4 && Scanner.IsNumeral(text[start - 1])) start--;
        if (nian - start != 4 || (start > 0 && Scanner.IsNumeral(text[start - 1]))) return null;
        if (!ChineseNumerals.TryParse(text.AsSpan(start, 4), out var year) || year is < FirstYear or > LastYear) return null;
        var scan = new Scanner(text, nian + 1);
        if (!scan.Mark('第') || !scan.Number(out var serial) || serial < 1 || !scan.Mark('号')) return null;
        return new(NumberForm.YearSerial, TextSpan.Between(start, scan.At), $"{year}年第{serial}号");
    }

    /// <summary>HFGS-2017-9 and ZJSP01-2020-0005: registration of normative documents.</summary>
    private static NumberFound? Unified(string text, int start)
    {
        var at = start;
        while (at < text.Length && at - start < 12 && char.IsAsciiLetterUpper(CharacterFolding.Fold(text[at]))) at++;
        if (at - start < 2) return null;
        while (at < text.Length && at - start < 16 && char.IsAsciiDigit(CharacterFolding.Fold(text[at]))) at++;
        var code = string.Concat(text.AsSpan(start, at - start).ToArray().Select(CharacterFolding.Fold));
        var scan = new Scanner(text, at);
        if (!scan.Dash() || !scan.Number(out var year) || year is < FirstYear or > LastYear || !scan.Dash() || !scan.Number(out var serial)) return null;
        return new(NumberForm.Unified, TextSpan.Between(start, scan.At), $"{code}-{year}-{serial}");
    }
}
