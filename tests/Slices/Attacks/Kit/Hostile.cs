namespace Gongkai.Slices.Attacks.Kit;

/// <summary>What somebody with bad intentions sends.</summary>
/// <param name="Text">The text that arrives.</param>
/// <param name="Encoded">As it stands in an address or a form; not always what an honest browser would make of the text.</param>
internal sealed record Attack(string Text, string Encoded)
{
    public static Attack Of(string text) => new(text, Uri.EscapeDataString(text));

    /// <summary>Bytes that are no honest text.</summary>
    public static Attack Bytes(string encoded) => new(Uri.UnescapeDataString(encoded), encoded);

    /// <inheritdoc/>
    public override string ToString() => Text.Length > 40 ? $"{Text[..40]}…({Text.Length})" : Text.ReplaceLineEndings("\\n").Replace("\0", "\\0", StringComparison.Ordinal);
}

/// <summary>The lists that every test of this folder draws on.</summary>
internal static class Hostile
{
    /// <summary>Stands in every piece of markup that is planted, so that it is known again where it comes alive.</summary>
    public const string Mark = "zzx";

    /// <summary>For places that take any text.</summary>
    public static IReadOnlyList<Attack> Texts { get; } =
    [
        Attack.Of(""),
        Attack.Of("\"'><zzx onzzx=1><img src=x onerror=zzx()></script></title></textarea><zzx>"),
        Attack.Of("javascript:zzx()"),
        Attack.Of("' or 1=1; drop table zzx; --\"; select pg_sleep(0) --"),
        Attack.Of("@Html.Raw(1){{7*7}}${7*7}<%=7*7%>#{7*7}*()|&(objectClass=*)"),
        Attack.Of("甲\r\nzzx: 1\r\n\r\n<zzx>"),
        Attack.Of("../../../../../../etc/passwd"),
        Attack.Of("..\\..\\data\\gongkai.db"),
        Attack.Of("//evil.example/%2e%2e"),
        Attack.Of("甲\0乙"),
        Attack.Of("\u202e\u2066\u200b\ufeff\u0301\ufffe"),
        Attack.Bytes("%ED%A0%80%C0%AF%FF%FE%80"),
        Attack.Of(string.Concat(Enumerable.Range(1, 9_000).Select(at => (char)(0x4e00 + at * 7919L * at % 20_000)))), // long, and too mixed to be packed into an index
    ];

    /// <summary>For places that are read as a number, a day, an id, a choice or a tick, and that none of these can be read as.</summary>
    public static IReadOnlyList<Attack> Unreadable { get; } =
    [
        Attack.Of(""),
        Attack.Of("\"'><zzx onzzx=1>"),
        Attack.Of("1\0"),
        Attack.Of("99999999999999999999"),
        Attack.Bytes("%ED%A0%80"),
    ];

    /// <summary>The ends of what such places can be read as.</summary>
    public static IReadOnlyList<Attack> Ends { get; } =
        [Attack.Of("-1"), Attack.Of("2147483647"), Attack.Of("-2147483648"), Attack.Of("0001-01-01"), Attack.Of("9999-12-31"), Attack.Of("ffffffff-ffff-ffff-ffff-ffffffffffff")];

    /// <summary>What an opening can be read as and what is nevertheless hostile.</summary>
    public static IEnumerable<Attack> For(Opening opening) => (Nullable.GetUnderlyingType(opening.Type) ?? opening.Type) switch
    {
        _ when opening.IsText => [Texts[1], Texts[^3], Texts[^1]], // the rest goes into all texts at once
        var type when type == typeof(Guid) => Ends.TakeLast(1),
        var type when type == typeof(DateOnly) => Ends.Skip(3).Take(2),
        var type when type == typeof(bool) || type == typeof(TimeOnly) => [],
        _ => Ends.Take(3), // numbers, and choices, of which the framework takes any number
    };

    /// <summary>Whole heads, each with something hostile in every line that the site or the framework reads.</summary>
    public static IReadOnlyList<string> Heads { get; } =
    [
        "\"'><zzx onzzx=1>",
        "' or 1=1 --zzx",
        "../../../../etc/passwd",
        "zh-Hans;q=zzx,*;q=9999999999999999999999",
        new('a', 4_000),
        "\u00ff\u00fe%00%0d%0azzx:1",
    ];

    /// <summary>Lines of a head that a site may read.</summary>
    public static IReadOnlyList<string> HeadLines { get; } =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "User-Agent", "Referer", "Origin", "Cookie", "Authorization", "If-None-Match", "If-Modified-Since", "If-Range", "Range",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Original-Url", "X-Http-Method-Override", "Forwarded", "traceparent", "X-Requested-With",
    ];
}
