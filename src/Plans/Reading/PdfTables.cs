namespace Gongkai.Plans.Reading;

/// <summary>
/// Finds tables by the white bands between their columns; ruled lines are not in what pdftotext prints.
/// Which lines make one row can only be guessed, so every table read here is reported as a doubt.
/// </summary>
internal static class PdfTables
{
    private const double CellGap = 0.45;
    private const double BandGap = 0.35;
    private const double FarApart = 4;
    private const double RowGap = 0.55;
    private const int LongestCell = 40;

    /// <summary>A stretch across the page that holds text.</summary>
    private readonly record struct Band(double Left, double Right);

    /// <summary>How many rows from one on form a table.</summary>
    /// <returns>0 when none begins there.</returns>
    public static int Length(List<PdfRow> rows, int from)
    {
        var columns = Segments(rows[from]);
        if (columns.Count < 2) return 0;
        int divided = 1, lastDivided = from, end = from + 1;
        for (; end < rows.Count && end - lastDivided <= LongestCell; end++)
        {
            var row = rows[end];
            var isFar = row.Page == rows[end - 1].Page && row.Top - rows[end - 1].Bottom > FarApart * (row.Bottom - row.Top);
            var segments = Segments(row);
            var merged = Union([.. columns, .. segments], row.Em * BandGap);
            if (isFar || merged.Count < 2 || (segments.Count < 2 && merged.Count != columns.Count)) break;
            columns = merged;
            if (segments.Count < 2) continue;
            divided++;
            lastDivided = end;
        }

        var count = lastDivided + 1 - from;
        while (from + count < end && IsClose(rows[from + count - 1], rows[from + count])) count++;
        return divided < 2 || IsList(rows.GetRange(from, count), columns) ? 0 : count;
    }

    /// <summary>Reads a table.</summary>
    public static TableDraft Read(List<PdfRow> rows, int maxColumns)
    {
        var columns = rows.Aggregate(new List<Band>(), (bands, row) => Union([.. bands, .. Segments(row)], row.Em * BandGap));
        var draft = new TableDraft(maxColumns);
        var cells = new string[columns.Count];
        Array.Fill(cells, "");
        PdfRow? last = null;
        foreach (var row in rows)
        {
            var line = Cells(row, columns);
            if (last is not null && Begins(last, row, cells[0], line[0]))
            {
                Write(draft, cells);
                Array.Fill(cells, "");
            }

            for (var i = 0; i < line.Length; i++) cells[i] = PdfRow.Join(cells[i], line[i]);
            last = row;
        }

        Write(draft, cells);
        return draft;
    }

    private static void Write(TableDraft draft, string[] cells)
    {
        draft.StartRow();
        foreach (var cell in cells) draft.Add(cell);
    }

    private static bool Begins(PdfRow last, PdfRow row, string open, string first)
    {
        var isApart = row.Page != last.Page || row.Top - last.Bottom > RowGap * (row.Bottom - row.Top);
        return isApart || (open.Length > 0 && first.Length > 0 && char.IsDigit(first[0]));
    }

    private static string[] Cells(PdfRow row, List<Band> columns)
    {
        var words = columns.ConvertAll(_ => new List<PdfWord>());
        foreach (var word in row.Words)
        {
            var middle = (word.Left + word.Right) / 2;
            var column = columns.FindIndex(band => middle <= band.Right);
            words[column < 0 ? ^1 : column].Add(word);
        }

        return [.. words.Select(cell => cell.Count == 0 ? "" : PdfRow.Join(cell))];
    }

    // Numbers or bullets with text set in beside them look like two columns and are none.
    private static bool IsList(List<PdfRow> rows, List<Band> columns) =>
        columns.Count == 2 && rows.Select(row => Cells(row, columns)[0]).All(first => first.Length == 0 || first[0] is '•' or '●' or '■' or '◆' || ListNumbers.StartsLine(first));

    private static bool IsClose(PdfRow above, PdfRow below) =>
        above.Page == below.Page && below.Top - above.Bottom < 0.8 * (below.Bottom - below.Top);

    private static List<Band> Segments(PdfRow row) => Union([.. row.Words.Select(word => new Band(word.Left, word.Right))], row.Em * CellGap);

    private static List<Band> Union(List<Band> bands, double gap)
    {
        bands.Sort((one, other) => one.Left.CompareTo(other.Left));
        var union = new List<Band>();
        foreach (var band in bands)
        {
            if (union.Count > 0 && band.Left - union[^1].Right < gap) union[^1] = union[^1] with { Right = Math.Max(union[^1].Right, band.Right) };
            else union.Add(band);
        }

        return union;
    }
}
