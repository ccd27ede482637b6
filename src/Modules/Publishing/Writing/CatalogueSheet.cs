using System.Globalization;
using Gongkai.Plans.Writing;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Queries;

namespace Gongkai.Publishing.Writing;

/// <summary>Writes a catalogue in the columns of the standard tables (基层政务公开标准目录), field by field under a line with its name.</summary>
internal static class CatalogueSheet
{
    private const string Tick = "√";

    private static readonly SheetColumn[] Columns =
    [
        new("序号", 6), new("一级事项", 16) { Group = "公开事项" }, new("二级事项", 20) { Group = "公开事项" }, new("公开内容（要素）", 40), new("公开依据", 36), new("公开时限", 24), new("公开主体", 16),
        new("公开渠道和载体", 22), new("全社会", 8) { Group = "公开对象" }, new("特定群体", 14) { Group = "公开对象" }, new("主动", 6) { Group = "公开方式" }, new("依申请", 8) { Group = "公开方式" },
        new("市级", 6) { Group = "公开层级" }, new("县级", 6) { Group = "公开层级" }, new("乡级", 6) { Group = "公开层级" }, new("村级", 6) { Group = "公开层级" },
    ];

    /// <summary>Writes the workbook.</summary>
    /// <param name="view">The catalogue.</param>
    /// <param name="output">Takes it; left open.</param>
    public static void Write(CatalogueView view, Stream output) =>
        new Sheet("公开目录", string.Create(CultureInfo.InvariantCulture, $"{view.Organ.Name}政务公开目录（{view.Day:yyyy年M月d日}）"), Columns).Write(Rows(view), output);

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(CatalogueView view)
    {
        var number = 0;
        foreach (var field in view.Shown)
        {
            yield return [SheetCell.Of(field.Name)];
            foreach (var line in field.Lines) yield return Row(++number, line.Content);
        }
    }

    private static IReadOnlyList<SheetCell> Row(int number, ItemContent content) =>
    [
        SheetCell.Of(number), Text(content.First), Text(content.Second), Text(content.Content), Text(content.Basis), Text(content.Limit), Text(content.Bearer),
        Text(string.Join('\n', content.Channels.Select(channel => "■" + channel))),
        Ticked(content.Audience, Audience.Everybody), Text(content.Audience.HasFlag(Audience.Group) ? Tick + content.Group : ""),
        Ticked(content.Manner, Manner.Active), Ticked(content.Manner, Manner.OnRequest),
        Ticked(content.Levels, Levels.City), Ticked(content.Levels, Levels.County), Ticked(content.Levels, Levels.Town), Ticked(content.Levels, Levels.Village),
    ];

    private static SheetCell Text(string text) => SheetCell.Of(text);

    private static SheetCell Ticked(Enum all, Enum one) => Text(all.HasFlag(one) ? Tick : "");
}
