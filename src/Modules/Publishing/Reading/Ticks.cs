namespace Gongkai.Publishing.Reading;

/// <summary>Reads cells in which people tick.</summary>
internal static class Ticks
{
    private const string Filled = "■☑☒√✓✔●▲█", Open = "□☐○△";

    private static readonly string[] No = ["否", "无", "不", "没有"];

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
            if (Filled.Contains(cell[at], StringComparison.Ordinal)) ticked.Add(cell[(at + 1)..end].Trim().Trim('、', '，', ',', '；', ';', '_', '＿').Trim());
            at = end - 1;
        }
        return [.. ticked.Where(name => name.Length > 0).Distinct()];
    }

    /// <summary>What stands in the column of those whom it concerns: a tick, their name, or both.</summary>
    /// <returns>Whether it concerns some alone, and who they are where the cell says so.</returns>
    public static (bool IsTicked, string Name) Group(string cell)
    {
        var name = Bare(string.Concat(cell.Where(sign => !IsMark(sign))).Trim());
        if (IsTicked(name) || !name.Any(char.IsLetter) || No.Contains(name)) name = "";
        var isOpen = cell.Any(sign => Open.Contains(sign, StringComparison.Ordinal));
        return (IsTicked(cell) || (name.Length > 0 && !isOpen), name);
    }

    /// <summary>Without the one pair of brackets around all of it.</summary>
    private static string Bare(string text) => text.Length > 2 && text[0] is '（' or '(' && text[^1] is '）' or ')' && text.AsSpan(1, text.Length - 2).IndexOfAny("（）()") < 0 ? text[1..^1].Trim() : text;

    private static IReadOnlyList<string> Listed(string cell) => [.. cell.Split(['\n', ' ', '\u3000', '、', '，', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static bool IsMark(char sign) => (Filled + Open).Contains(sign, StringComparison.Ordinal);
}
