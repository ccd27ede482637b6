namespace Gongkai.Plans.Grammar.Tables;

/// <summary>What a column of a breakdown table holds.</summary>
internal enum Column
{
    /// <summary>No heading says it.</summary>
    Other,

    /// <summary>Running number (序号).</summary>
    Index,

    /// <summary>Task, or a group of tasks where another text column is longer.</summary>
    Text,

    Lead,
    Responsible,
    Cooperating,

    /// <summary>Persons (责任人): read over.</summary>
    Person,

    Limit,

    /// <summary>Remarks and states of work: read over.</summary>
    Remark,
}

/// <summary>Reads the headings of tables.</summary>
internal static class Columns
{
    /// <summary>The longest heading; longer cells are content.</summary>
    private const int Longest = 18;

    private static readonly (string Word, Column Kind)[] Words =
    [
        ("序号", Column.Index), ("编号", Column.Index), ("项号", Column.Index),
        ("完成情况", Column.Remark), ("落实情况", Column.Remark), ("进展", Column.Remark), ("备注", Column.Remark), ("得分", Column.Remark), ("分值", Column.Remark), ("评分", Column.Remark), ("成果", Column.Remark), ("联系方式", Column.Person), ("电话", Column.Person), ("公开方式", Column.Remark), ("公开渠道", Column.Remark), ("公开形式", Column.Remark), ("公开依据", Column.Remark), ("依据", Column.Remark),
        ("责任人", Column.Person), ("负责人", Column.Person), ("领导", Column.Person), ("联系人", Column.Person), ("信息员", Column.Person), ("牵头人", Column.Person),
        ("时限", Column.Limit), ("时间", Column.Limit), ("期限", Column.Limit), ("节点", Column.Limit), ("进度", Column.Limit), ("频次", Column.Limit), ("周期", Column.Limit),
        ("牵头", Column.Lead), ("主办", Column.Lead), ("主责", Column.Lead),
        ("配合", Column.Cooperating), ("协办", Column.Cooperating), ("参与单位", Column.Cooperating), ("参加单位", Column.Cooperating), ("协助", Column.Cooperating), ("协同", Column.Cooperating),
        ("责任分工", Column.Responsible), ("任务分工", Column.Responsible), ("职责分工", Column.Responsible), ("分工", Column.Responsible), ("责任主体", Column.Responsible), ("单位", Column.Responsible), ("部门", Column.Responsible), ("科室", Column.Responsible), ("股室", Column.Responsible), ("处室", Column.Responsible), ("岗位", Column.Responsible), ("主体", Column.Responsible), ("责任", Column.Responsible), ("机构", Column.Responsible),
        ("任务", Column.Text), ("内容", Column.Text), ("要求", Column.Text), ("措施", Column.Text), ("事项", Column.Text), ("指标", Column.Text), ("目标", Column.Text), ("举措", Column.Text), ("项目", Column.Text), ("类别", Column.Text), ("领域", Column.Text), ("工作", Column.Text), ("栏目", Column.Text), ("重点", Column.Text), ("要点", Column.Text), ("标题", Column.Text), ("名称", Column.Text),
    ];

    /// <summary>What a heading announces; <see cref="Column.Other"/> where the text is no heading.</summary>
    public static Column Of(ReadOnlySpan<char> heading)
    {
        heading = heading.Trim("|:()*");
        if (heading.Length is < 2 or > Longest || heading[0] is '各' or '有' or '相' or '局' or '本' || heading.IndexOfAny("。,;") >= 0 || heading.IndexOfAnyInRange('0', '9') >= 0) return Column.Other;
        foreach (var (word, kind) in Words)
            if (heading.Contains(word, StringComparison.Ordinal)) return kind;
        return Column.Other;
    }

    /// <summary>True where columns are those of a breakdown table: something to do, and who or by when.</summary>
    public static bool IsHeader(IReadOnlyCollection<Column> columns) =>
        columns.Any(c => c is Column.Text) && columns.Any(c => c is Column.Lead or Column.Responsible or Column.Cooperating or Column.Limit);

    /// <summary>The role a unit column gives.</summary>
    public static UnitRole? Role(Column column) => column switch
    {
        Column.Lead => UnitRole.Lead,
        Column.Responsible => UnitRole.Responsible,
        Column.Cooperating => UnitRole.Cooperating,
        _ => null,
    };
}
