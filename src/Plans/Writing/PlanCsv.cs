namespace Gongkai.Plans.Writing;

/// <summary>Writes the tasks of a plan as CSV (RFC 4180), with a byte order mark so that Excel and WPS read it as UTF-8.</summary>
public static class PlanCsv
{
    /// <summary>Writes one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Takes the CSV; left open.</param>
    public static void Write(Plan plan, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new StreamWriter(output, Csv.Encoding, leaveOpen: true);
        writer.Write(Csv.Line(PlanColumns.Headings));
        foreach (var task in PlanColumns.Tasks(plan)) writer.Write(Csv.Line(PlanColumns.Cells(plan, task)));
    }
}
