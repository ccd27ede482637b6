using System.Globalization;
using System.Text;

namespace Gongkai.Plans.Writing;

/// <summary>Writes the tasks of a plan as an aligned table for a terminal, where a Chinese character takes two columns.</summary>
public static class PlanTable
{
    private const string Gap = "  ";

    // 序号, 任务内容, 牵头单位, 责任单位, 完成时限 of the shared columns, with the most columns each may take on screen.
    private static readonly (int Column, int Widest)[] Shown = [(0, 4), (2, 48), (3, 24), (4, 24), (7, 24), (9, 16)];

    /// <summary>Writes one plan: title, one line a task with long cells cut to …, and the counts.</summary>
    public static void Write(Plan plan, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        var rows = new List<IReadOnlyList<string>> { Pick(PlanColumns.Headings) };
        rows.AddRange(PlanColumns.Tasks(plan).Select(task => Pick(PlanColumns.Cells(plan, task))));
        var widths = Shown.Select((_, i) => rows.Max(row => Width(row[i]))).ToArray();

        output.Write(OneLine(plan.Title ?? plan.Source.Name) + "\n\n");
        foreach (var row in rows)
        {
            var line = string.Join(Gap, row.Select((cell, i) => cell + new string(' ', widths[i] - Width(cell))));
            output.Write(line.TrimEnd() + "\n");
        }

        var doubts = plan.Source.Doubts.Concat(plan.Doubts).Distinct().Count();
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\n共{PlanColumns.Tasks(plan).Count}项任务，待核对{doubts}处。\n"));
    }

    /// <summary>Columns that a text takes in a terminal with a Chinese font.</summary>
    internal static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Width(rune);
        return width;
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 => 2,
        >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x2460 and <= 0x24FF or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        // Quotation marks and dashes are as wide as characters in Chinese fonts.
        0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026 or 0x00B7 => 2,
        _ => 1,
    };

    private static List<string> Pick(IReadOnlyList<string> cells) => [.. Shown.Select(shown => Cut(OneLine(cells[shown.Column]), shown.Widest))];

    private static string Cut(string text, int widest)
    {
        if (Width(text) <= widest) return text;
        var cut = new StringBuilder();
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (width + Width(rune) > widest - 2) break;
            width += Width(rune);
            cut.Append(rune);
        }

        return cut.Append('…').ToString();
    }

    // Control characters of a stranger's file must not reach the terminal.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
