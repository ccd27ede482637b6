namespace Gongkai.Publishing.Reading;

/// <summary>Columns of the standard table, and of the copies of it that are about.</summary>
internal enum TableColumn
{
    Number,
    First,
    Second,
    Content,
    Basis,
    Limit,
    Bearer,
    Channels,
    Everybody,
    Group,
    Active,
    OnRequest,
    City,
    County,
    Town,
    Village,
}

/// <summary>Tells a column by what stands above it.</summary>
internal static class TableColumns
{
    /// <summary>Beginnings of headings without blanks and brackets; the longer stand before those they begin with.</summary>
    private static readonly (string Heading, TableColumn Column)[] Known =
    [
        ("序号", TableColumn.Number), ("一级事项", TableColumn.First), ("二级事项", TableColumn.Second), ("公开事项", TableColumn.Second), ("三级事项", TableColumn.Second),
        ("公开内容", TableColumn.Content), ("公开要素", TableColumn.Content), ("公开依据", TableColumn.Basis), ("公开时限", TableColumn.Limit), ("公开主体", TableColumn.Bearer),
        ("责任主体", TableColumn.Bearer), ("公开渠道", TableColumn.Channels), ("全社会", TableColumn.Everybody), ("全体社会", TableColumn.Everybody), ("特定群体", TableColumn.Group),
        ("特定群众", TableColumn.Group), ("主动", TableColumn.Active), ("依申请", TableColumn.OnRequest), ("市级", TableColumn.City), ("县级", TableColumn.County), ("区级", TableColumn.County),
        ("乡镇级", TableColumn.Town), ("乡级", TableColumn.Town), ("乡、村级", TableColumn.Town), ("镇街", TableColumn.Town), ("村级", TableColumn.Village),
    ];

    /// <summary>The column with this heading; null for a heading that names several (公开对象) and for what is no heading.</summary>
    public static TableColumn? Of(string heading)
    {
        var plain = string.Concat(heading.Where(sign => !char.IsWhiteSpace(sign)));
        foreach (var (known, column) in Known)
            if (plain.StartsWith(known, StringComparison.Ordinal) && plain.Length <= known.Length + 8) return column;
        return null;
    }
}
