namespace Gongkai.Publishing.Reading;

/// <summary>Columns of the standard table, and of the copies of it that are about.</summary>
internal enum TableColumn
{
    Number,
    First,
    Second,
    Third,
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
    /// <summary>Columns of words: their headings begin so, whatever follows.</summary>
    private static readonly (string Beginning, TableColumn Column)[] OfWords =
    [
        ("序号", TableColumn.Number), ("一级事项", TableColumn.First), ("二级事项", TableColumn.Second), ("三级事项", TableColumn.Third), ("公开事项", TableColumn.Second), ("公开内容", TableColumn.Content),
        ("公开要素", TableColumn.Content), ("公开依据", TableColumn.Basis), ("公开时限", TableColumn.Limit), ("公开主体", TableColumn.Bearer), ("责任主体", TableColumn.Bearer), ("公开渠道", TableColumn.Channels),
    ];

    /// <summary>Columns of ticks: their headings are short words that may stand in a cell of words too, so they are these and nothing more.</summary>
    private static readonly Dictionary<string, TableColumn[]> OfTicks = new()
    {
        ["全社会"] = [TableColumn.Everybody],
        ["全体社会"] = [TableColumn.Everybody],
        ["特定群体"] = [TableColumn.Group],
        ["特定群众"] = [TableColumn.Group],
        ["主动"] = [TableColumn.Active],
        ["主动公开"] = [TableColumn.Active],
        ["依申请"] = [TableColumn.OnRequest],
        ["依申请公开"] = [TableColumn.OnRequest],
        ["市级"] = [TableColumn.City],
        ["县级"] = [TableColumn.County],
        ["区级"] = [TableColumn.County],
        ["县区级"] = [TableColumn.County],
        ["区县级"] = [TableColumn.County],
        ["乡级"] = [TableColumn.Town],
        ["镇级"] = [TableColumn.Town],
        ["乡镇级"] = [TableColumn.Town],
        ["镇街级"] = [TableColumn.Town],
        ["村级"] = [TableColumn.Village],
        ["乡、村级"] = [TableColumn.Town, TableColumn.Village],
        ["乡村级"] = [TableColumn.Town, TableColumn.Village],
    };

    /// <summary>The columns with this heading; none for a heading that names a group of them (公开对象) and for what is no heading.</summary>
    /// <param name="heading">The heading; blanks and what stands in brackets are passed over.</param>
    public static IReadOnlyList<TableColumn> Of(string heading)
    {
        var plain = Plain(heading);
        if (OfTicks.TryGetValue(plain, out var ticked)) return ticked;
        foreach (var (beginning, column) in OfWords)
            if (plain.StartsWith(beginning, StringComparison.Ordinal) && plain.Length <= beginning.Length + 6) return [column];
        return [];
    }

    private static string Plain(string heading)
    {
        var (kept, depth) = (new System.Text.StringBuilder(), 0);
        foreach (var sign in heading)
            if (sign is '（' or '(') depth++;
            else if (sign is '）' or ')') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && !char.IsWhiteSpace(sign)) kept.Append(sign);
        return kept.ToString();
    }
}
