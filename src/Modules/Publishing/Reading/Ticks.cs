using Gongkai.Publishing.Catalogue;

namespace Gongkai.Publishing.Reading;

/// <summary>Reads cells in which people tick.</summary>
internal static class Ticks
{
    private const string Filled = "■☑☒√✓✔●▲█", Open = "□☐○△";

    /// <summary>True where something stands in the cell that means yes.</summary>
    public static bool IsTicked(string cell) => cell.Any(sign => Filled.Contains(sign, StringComparison.Ordinal)) || cell.Trim() is "是" or "有" or "1" or "Y" or "y" or "V" or "v";

    /// <summary>What is ticked in a list (■政府网站 □政府公报); where nothing can be ticked, everything that is listed.</summary>
    public static IReadOnlyList<string> Of(string cell)
    {
        if (cell.AsSpan().IndexOfAny(Filled + Open) < 0) return Listed(cell);
        var ticked = new List<string>();
        for (var at = 0; at < cell.Length; at++)
        {
            if (!IsMark(cell[at])) continue;
            var end = at + 1;
            while (end < cell.Length && !IsMark(cell[end])) end++;
            if (Filled.Contains(cell[at], StringComparison.Ordinal)) ticked.Add(Named(cell[(at + 1)..end]));
            at = end - 1;
        }
        return [.. ticked.Where(name => name.Length > 0).Distinct()];
    }

    /// <summary>What stands in the column of those whom it concerns: a tick, their name, or both.</summary>
    public static string GroupOf(string cell) => string.Concat(cell.Where(sign => !IsMark(sign))).Trim().Trim('（', '）', '(', ')').Trim() is var named && IsTicked(named) ? "" : named;

    private static string Named(string text) => text.Trim().Trim('、', '，', ',', '；', ';', '_', '＿').Trim();

    private static IReadOnlyList<string> Listed(string cell) => [.. cell.Split(['\n', '、', '，', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Take(ItemContent.MostChannels + 1)];

    private static bool IsMark(char sign) => (Filled + Open).Contains(sign, StringComparison.Ordinal);
}
