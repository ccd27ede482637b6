namespace Gongkai.Content.Proposals;

/// <summary>Kinds of official documents (文种) and the words with which titles end.</summary>
internal static class DocumentKinds
{
    /// <summary>The fifteen statutory kinds, each behind the words by which a title shows it; longer words first.</summary>
    private static readonly (string Ending, string Kind)[] Statutory =
    [
        ("决议", "决议"), ("决定", "决定"), ("命令", "命令（令）"), ("令", "命令（令）"), ("公报", "公报"), ("公告", "公告"), ("通告", "通告"), ("意见", "意见"),
        ("通知", "通知"), ("通报", "通报"), ("报告", "报告"), ("请示", "请示"), ("批复", "批复"), ("议案", "议案"), ("函", "函"), ("纪要", "纪要"),
    ];

    private static readonly string[] Others =
        ["办法", "规定", "细则", "方案", "规则", "规程", "规范", "制度", "要点", "计划", "规划", "预案", "标准", "指南", "目录", "清单", "章程", "条例", "措施", "名单", "公示", "解读", "说明"];

    /// <summary>Words that end like a kind and are none.</summary>
    private static readonly string[] False = ["公开函", "信函", "来函", "法令", "指令", "口令", "责令", "司令", "条令", "夏令", "时令", "可行性报告", "年度报告"];

    /// <summary>The kind that a title shows at its end; null for none.</summary>
    /// <param name="title">Title in one spelling; a bracket at its end (试行) is passed over.</param>
    public static string? Of(string title)
    {
        var end = Bare(title);
        if (False.Any(word => end.EndsWith(word, StringComparison.Ordinal))) return null;
        foreach (var (ending, kind) in Statutory) if (end.EndsWith(ending, StringComparison.Ordinal)) return kind;
        return null;
    }

    /// <summary>True where a title may end here.</summary>
    public static bool EndsTitle(string title) => Of(title) is not null || Others.Any(word => Bare(title).EndsWith(word, StringComparison.Ordinal));

    /// <summary>The title without brackets at its end.</summary>
    public static string Bare(string title)
    {
        var bare = title.TrimEnd();
        while (bare.EndsWith(')') && bare.LastIndexOf('(') is > 0 and var open) bare = bare[..open].TrimEnd();
        return bare;
    }
}
