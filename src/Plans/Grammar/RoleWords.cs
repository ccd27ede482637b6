namespace Gongkai.Plans.Grammar;

/// <summary>What a label such as 责任单位: announces.</summary>
internal enum LabelKind
{
    Lead,
    Responsible,
    Cooperating,
    Guiding,

    /// <summary>Persons (责任人、责任领导): read over, persons are not units.</summary>
    Person,

    /// <summary>A limit (完成时限).</summary>
    Limit,
}

/// <summary>A label found in the text.</summary>
/// <param name="Kind">What it announces.</param>
/// <param name="Start">Folded offset of its first character.</param>
/// <param name="End">Folded offset of what it announces, behind the colon.</param>
internal readonly record struct Label(LabelKind Kind, int Start, int End);

/// <summary>The words that give a body its role: labels before names, verbs after them.</summary>
internal static class RoleWords
{
    private static readonly (string Word, LabelKind Kind)[] Stems =
    [
        ("总牵头", LabelKind.Lead), ("牵头责任", LabelKind.Lead), ("牵头", LabelKind.Lead), ("主办", LabelKind.Lead), ("主责", LabelKind.Lead), ("主体责任", LabelKind.Responsible),
        ("具体责任", LabelKind.Responsible), ("责任", LabelKind.Responsible), ("落实", LabelKind.Responsible), ("承办", LabelKind.Responsible), ("实施", LabelKind.Responsible), ("负责", LabelKind.Responsible), ("主管", LabelKind.Responsible),
        ("执行", LabelKind.Responsible), ("完成", LabelKind.Responsible), ("公开责任", LabelKind.Responsible), ("责任落实", LabelKind.Responsible), ("报送", LabelKind.Responsible),
        ("配合", LabelKind.Cooperating), ("协办", LabelKind.Cooperating), ("参与", LabelKind.Cooperating), ("参加", LabelKind.Cooperating), ("协助", LabelKind.Cooperating), ("协同", LabelKind.Cooperating), ("会办", LabelKind.Cooperating), ("协作", LabelKind.Cooperating),
        ("指导", LabelKind.Guiding),
    ];

    private static readonly string[] Bodies = ["单位", "部门", "科室", "股室", "处室", "机构", "主体", "岗位", "院系", "科", "室", "处", "组"];

    private static readonly (string Word, LabelKind Kind)[] Whole =
    [
        ("责任领导", LabelKind.Person), ("分管领导", LabelKind.Person), ("牵头领导", LabelKind.Person), ("责任人员", LabelKind.Person), ("责任人", LabelKind.Person), ("牵头人", LabelKind.Person), ("负责人", LabelKind.Person), ("联系人", LabelKind.Person), ("联系电话", LabelKind.Person), ("具体责任人", LabelKind.Person), ("第一责任人", LabelKind.Person),
        ("完成时限要求", LabelKind.Limit), ("完成时限", LabelKind.Limit), ("完成时间", LabelKind.Limit), ("完成期限", LabelKind.Limit), ("时限要求", LabelKind.Limit), ("时间要求", LabelKind.Limit), ("办理时限", LabelKind.Limit), ("工作时限", LabelKind.Limit), ("时间安排", LabelKind.Limit), ("进度安排", LabelKind.Limit), ("时间节点", LabelKind.Limit), ("时间进度", LabelKind.Limit), ("进度要求", LabelKind.Limit), ("责任时限", LabelKind.Limit), ("公开时限", LabelKind.Limit), ("落实时限", LabelKind.Limit), ("推进时限", LabelKind.Limit), ("办结时限", LabelKind.Limit), ("完成进度", LabelKind.Limit), ("时限", LabelKind.Limit), ("时间", LabelKind.Limit),
        ("任务分工", LabelKind.Responsible), ("责任分工", LabelKind.Responsible), ("分工", LabelKind.Responsible), ("职责分工", LabelKind.Responsible), ("具体负责", LabelKind.Responsible), ("负责", LabelKind.Responsible), ("牵头", LabelKind.Lead), ("配合", LabelKind.Cooperating), ("责任", LabelKind.Responsible), ("主办", LabelKind.Lead), ("协办", LabelKind.Cooperating),
    ];

    /// <summary>The label at an offset; null where none begins there.</summary>
    /// <param name="script">The folded text.</param>
    /// <param name="start">Offset looked at.</param>
    /// <param name="end">Behind the last character that may be read.</param>
    /// <param name="colon">True when a colon must follow, as within running text.</param>
    public static Label? LabelAt(Script script, int start, int end, bool colon = true)
    {
        var text = script.Text;
        foreach (var (word, kind) in Whole)
            if (Starts(text, start, end, word) && Close(script, start + word.Length, end, colon, word.Length >= 4) is { } after)
                return new(kind, start, after);
        foreach (var (stem, kind) in Stems)
        {
            if (!Starts(text, start, end, stem)) continue;
            var at = start + stem.Length;
            foreach (var body in Bodies)
            {
                if (!Starts(text, at, end, body)) continue;
                if (Close(script, at + body.Length, end, colon, true) is { } after) return new(kind, start, after);
            }
        }

        return null;
    }

    /// <summary>Behind the label: an optional addition such as (部门) or 及责任人, then the colon.</summary>
    private static int? Close(Script script, int at, int end, bool colon, bool bareAllowed)
    {
        var text = script.Text;
        if (at < end && text[at] == '(' && text.IndexOf(')', at, Math.Min(end - at, 12)) is var close and > 0) at = close + 1;
        foreach (var more in Additions)
            if (Starts(text, at, end, more))
            {
                at += more.Length;
                break;
            }

        if (at < end && text[at] == ':') return at + 1;
        if (at < end && text[at] == '为' && at + 1 < end && text[at + 1] == ':') return at + 2;
        if (colon || !bareAllowed || at >= end) return null;
        return script.GapBefore(at) || text[at] == '\n' || text[at] == '|' ? at : null;
    }

    private static readonly string[] Additions = ["及责任人", "和责任人", "及责任单位", "和责任单位", "、责任单位", "及配合单位", "和配合单位", "、配合单位", "名称"];

    private static bool Starts(string text, int at, int end, string word) =>
        at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
