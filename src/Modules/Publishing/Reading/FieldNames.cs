using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Starting;

namespace Gongkai.Publishing.Reading;

/// <summary>Finds the field (领域) in a title: 和源县义务教育领域基层政务公开标准目录.</summary>
internal static class FieldNames
{
    private const string Field = "领域";

    /// <summary>Signs that the name of a place ends in.</summary>
    private const string Places = "省市县区旗镇乡";

    /// <summary>A word shorter than this that ends so is no place but part of the field: 城市管理, 社区服务.</summary>
    private const int ShortestPlace = 3;

    /// <summary>The field that a title names; null where it names none.</summary>
    public static string? In(string title)
    {
        var end = title.IndexOf(Field, StringComparison.Ordinal);
        if (end < 2) return null;
        if (StandardFields.Names.Where(name => title.AsSpan(0, end).EndsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length) is { } standard) return standard;
        var from = Math.Max(title.LastIndexOfAny(['、', '，', '（', '）', '(', ')', ' ', '\u3000', '《'], end - 1) + 1, end - ItemContent.LongestField);
        var place = title.LastIndexOfAny(Places.ToCharArray(), end - 1, end - from);
        if (place - from + 1 >= ShortestPlace && end - place > 2) from = place + 1;
        return end - from >= 2 ? title[from..end] : null;
    }
}
