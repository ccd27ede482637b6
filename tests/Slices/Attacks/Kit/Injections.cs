namespace Gongkai.Slices.Attacks.Kit;

/// <summary>What people type to make a machine take text for something else; in every language that text of ours could meet on its way.</summary>
internal static class Injections
{
    public static IReadOnlyList<string> All { get; } =
    [
        // SQL
        "' OR '1'='1", "\" OR \"\"=\"", "'; DROP TABLE zzx; --", "1; ATTACH DATABASE 'zzx' AS a; --", "' UNION ALL SELECT NULL,NULL,NULL --", "'||(select 1)||'", "\\'; select pg_sleep(0); --",
        "$$;select 1;$$", "%' ESCAPE '!", "_%[a-z]%", "1/*zzx*/=1", "') OR ('a'='a", "0x27206f7220313d31", "甲' AND randomblob(1) --", "COPY zzx TO PROGRAM 'id'",
        // Markup and scripts
        "<zzx>", "<script>zzx()</script>", "<img src=x onerror=zzx()>", "<svg/onload=zzx()>", "\"><zzx a=\"", "'><zzx a='", "</textarea><zzx>", "</title><zzx>", "</script><zzx>", "<!--<zzx>-->", "--><zzx>",
        "<iframe srcdoc=\"<zzx>\">", "<a href=javascript:zzx()>a</a>", "<math><mtext><zzx>", "<style>@import'zzx'</style>", "<base href=//zzx>", "<meta http-equiv=refresh content=0;url=//zzx>", "<object data=zzx>",
        "\" onfocus=zzx() autofocus=\"", "' onmouseover='zzx()", "` onload=zzx()", "&lt;zzx&gt;", "&#60;zzx&#62;", "\\u003czzx\\u003e", "\\x3czzx\\x3e", "%3Czzx%3E", "+ADw-zzx+AD4-", "<<zzx>>", "<\u200bzzx>", "＜zzx＞",
        "javascript:zzx()", "JaVaScRiPt:zzx()", "java\tscript:zzx()", "data:text/html,<zzx>", "vbscript:zzx", "//zzx.example", "https://zzx.example/\"><zzx>",
        // Templates and frameworks
        "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "@(7*7)", "@{ throw null; }", "@Html.Raw(\"<zzx>\")", "{0}", "{999999999}", "{", "}", "%s%n%x", "__proto__", "constructor.constructor('zzx')()", "[[${zzx}]]", "*{zzx}",
        // Shells, paths, mail and heads
        "$(id)", "`id`", "; id", "| id", "&& id", "%0aid", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "file:///etc/passwd", "C:\\zzx", "\\\\zzx\\share", "a@zzx.example\nBcc: b@zzx.example", "甲\r\nzzx: 1", "甲\nSubject: zzx", "\t甲",
        // Sheets
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"//zzx\",\"a\")", "=cmd|' /C calc'!A0", "\t=1+1", "＝1+1", "\"=1+1", ";=1+1", "甲,\"乙\",=1",
        // JSON, LDAP, XPath, XML
        "\",\"zzx\":\"", "{\"$ne\":null}", "[]", "null", "*)(uid=*))(|(uid=*", "' or count(/*)=1 or '", "]]><zzx>", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "<?xml version=\"1.0\"?><zzx/>", "&b;",
        // Signs
        "\u202e甲乙\u202c", "\u2066甲\u2069", "\u200b\u200c\u200d", "\ufeff甲", "e\u0301\u0301\u0301\u0301", "𠮷𝕏😀", "\ufdd0\uffff", "\u2028甲\u2029", "İıſK", "ﷺ", "\u0001\u0008\u001b[31m", "甲\u00a0乙\u3000丙",
        "true", "0", "-0", "NaN", "1e9999", "undefined", "CON", "9999-12-31T23:59:60Z", new('甲', 5_000),
    ];
}
