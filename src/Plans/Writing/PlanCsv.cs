using System.Buffers;
using System.Text;

namespace Gongkai.Plans.Writing;

/// <summary>Writes the tasks of a plan as CSV (RFC 4180), with a byte order mark so that Excel and WPS read it as UTF-8.</summary>
public static class PlanCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    /// <summary>Writes one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Takes the CSV; left open.</param>
    public static void Write(Plan plan, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        WriteLine(writer, PlanColumns.Headings);
        foreach (var task in PlanColumns.Tasks(plan)) WriteLine(writer, PlanColumns.Cells(plan, task));
    }

    /// <summary>A cell that a spreadsheet takes as text: one that would begin a formula gets an apostrophe in front.</summary>
    internal static string Cell(string text)
    {
        var first = text.AsSpan().TrimStart(" \t\r\n\u3000\u00A0");
        if (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠') text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static void WriteLine(StreamWriter writer, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) writer.Write(',');
            writer.Write(Cell(cells[i]));
        }

        writer.WriteLine();
    }
}
