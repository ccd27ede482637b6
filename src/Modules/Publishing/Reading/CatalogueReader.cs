using Gongkai.Plans.Blocks;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Starting;

namespace Gongkai.Publishing.Reading;

/// <summary>A row of a table as read.</summary>
/// <param name="Number">Row within its table, from 1, headings included and empty rows left out.</param>
/// <param name="Content">What it says.</param>
internal sealed record CatalogueRow(int Number, ItemContent Content);

/// <summary>What was read out of a file.</summary>
/// <param name="Rows">Rows in order.</param>
/// <param name="Reasons">Why it cannot be taken as it is; a file is taken whole or not at all.</param>
internal sealed record CatalogueReading(IReadOnlyList<CatalogueRow> Rows, IReadOnlyList<Refusal> Reasons);

/// <summary>
/// Reads catalogues in the layout of the standard tables (基层政务公开标准目录): headings in one row or two, cells merged over several rows, one table or one a
/// field. The field comes from the row or the sheet above the rows, from the title (…义务教育领域…), or from the person who imports.
/// </summary>
internal static class CatalogueReader
{
    /// <summary>Most rows of one file, and most reasons told at once.</summary>
    public const int MostRows = 5_000, MostReasons = 20;

    private const int DeepestHeading = 8;

    /// <summary>What the reader of files leaves out: an item in a hidden row would look as if it were gone.</summary>
    private static readonly string[] Unseen = ["plans.hidden-rows", "plans.hidden-sheet", "plans.table-clipped"];

    private static readonly (TableColumn Column, Levels Level)[] Every = [(TableColumn.City, Levels.City), (TableColumn.County, Levels.County), (TableColumn.Town, Levels.Town), (TableColumn.Village, Levels.Village)];

    /// <summary>Reads every table of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="field">The field of all rows, where the person says it; null lets the file tell.</param>
    public static CatalogueReading Read(SourceText source, string? field)
    {
        var (rows, reasons, title) = (new List<CatalogueRow>(), new List<Refusal>(), "");
        var tables = 0;
        foreach (var block in source.Blocks)
            if (block is Paragraph paragraph) title = source[paragraph.Span].ToString();
            else if (block is Table table && Grid(source, table) is { } grid && HeadingOf(grid) is { } heading)
            {
                tables++;
                ReadRows(grid, heading, field, FieldOf(grid, heading.First, title), rows, reasons);
            }
        if (source.Doubts.Any(doubt => Unseen.Contains(doubt.Code))) reasons.Insert(0, new("publishing.hidden-parts"));
        if (tables == 0) reasons.Add(new("publishing.no-table"));
        else if (rows.Count == 0 && reasons.Count == 0) reasons.Add(new("publishing.no-rows"));
        if (rows.Count > MostRows) reasons.Insert(0, new("publishing.too-many-rows") { Values = [MostRows] });
        reasons.AddRange(Doubles(rows));
        return new(rows, [.. reasons.Take(MostReasons)]);
    }

    private static void ReadRows(string[][] grid, (int First, int Last, Dictionary<TableColumn, int> Columns) heading, string? given, string? titled, List<CatalogueRow> rows, List<Refusal> reasons)
    {
        var (field, first) = (given ?? titled, "");
        for (var at = heading.Last + 1; at < grid.Length && rows.Count <= MostRows; at++)
        {
            var row = grid[at];
            if (Across(row) is { } said) // a field, or a remark below it
            {
                if (given is null && said.Length <= ItemContent.LongestField && !said.StartsWith("注：", StringComparison.Ordinal) && !said.StartsWith("注:", StringComparison.Ordinal)) (field, first) = (FieldNames.In(said) ?? said, "");
                continue;
            }
            if (Content(row, heading.Columns, field, first) is not { } content) continue;
            first = content.First;
            foreach (var reason in content.Against()) reasons.Add(InRow(reason, at + 1, Naming(content)));
            rows.Add(new(at + 1, content));
        }
    }

    /// <summary>What goes across the table: one cell over all columns, or the first cell alone with words in it. Null for an ordinary row.</summary>
    private static string? Across(string[] row)
    {
        var said = row.Where(cell => cell.Length > 0).ToList();
        if (row.Length < 2 || said.Count == 0) return null;
        var isOne = said.Count == row.Length && said.TrueForAll(cell => cell == said[0]);
        return isOne || (said.Count == 1 && row[0].Length > 0 && !row[0].All(sign => char.IsDigit(sign) || sign == '.')) ? said[0].Trim() : null;
    }

    private static Refusal InRow(Refusal reason, int row, string naming) => new(reason.Code switch
    {
        "publishing.item-unnamed" => "publishing.item-unnamed-in-row",
        "publishing.content-missing" => "publishing.content-missing-in-row",
        "publishing.audience-missing" => "publishing.audience-missing-in-row",
        "publishing.manner-missing" => "publishing.manner-missing-in-row",
        "publishing.channels-unusable" => "publishing.channels-unusable-in-row",
        _ => "publishing.too-long-in-row",
    })
    { Values = [row, naming, .. reason.Values] };

    private static string Naming(ItemContent content) => content.Second.Length > 0 ? content.Second : content.First.Length > 0 ? content.First : "—";

    /// <returns>Null for a row that says nothing beside its number.</returns>
    private static ItemContent? Content(string[] row, Dictionary<TableColumn, int> columns, string? field, string above)
    {
        var (first, second, third, text) = (Cell(TableColumn.First), Cell(TableColumn.Second), Cell(TableColumn.Third), Cell(TableColumn.Content));
        if (first.Length + second.Length + text.Length == 0) return null;
        if (first.Length == 0 && Has(TableColumn.First) && second.Length > 0) first = above; // left empty instead of merged
        if (third.Length > 0) second = second.Length == 0 ? third : $"{second}－{third}";
        var (concernsSome, group) = Ticks.Group(Cell(TableColumn.Group));
        var audience = (Ticked(TableColumn.Everybody) ? Audience.Everybody : Audience.None) | (concernsSome ? Audience.Group : Audience.None);
        var manner = (Ticked(TableColumn.Active) ? Manner.Active : Manner.None) | (Ticked(TableColumn.OnRequest) ? Manner.OnRequest : Manner.None);
        var levels = Every.Where(one => Ticked(one.Column)).Aggregate(Levels.None, (all, one) => all | one.Level);
        return new ItemContent(field ?? "", first.Length > 0 || Has(TableColumn.First) ? first : second, second.Length > 0 ? second : first, text)
        {
            Basis = Cell(TableColumn.Basis),
            Limit = Cell(TableColumn.Limit),
            Bearer = Cell(TableColumn.Bearer),
            Channels = Ticks.Of(Cell(TableColumn.Channels)),
            Audience = Has(TableColumn.Everybody) || Has(TableColumn.Group) ? audience : Audience.Everybody,
            Group = group,
            Manner = Has(TableColumn.Active) || Has(TableColumn.OnRequest) ? manner : Manner.Active,
            Levels = levels,
        }.Tidy();

        string Cell(TableColumn column) => columns.TryGetValue(column, out var at) && at < row.Length ? row[at].Trim() : "";
        bool Has(TableColumn column) => columns.ContainsKey(column);
        bool Ticked(TableColumn column) => Ticks.IsTicked(Cell(column));
    }

    /// <summary>The rows of a table with every cell in each place that it covers, so that a merged cell is read in each of its rows.</summary>
    private static string[][] Grid(SourceText source, Table table)
    {
        var width = table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.Columns).DefaultIfEmpty().Max();
        var grid = table.Rows.Select(_ => new string[width]).ToArray();
        for (var at = 0; at < table.Rows.Count; at++)
            foreach (var cell in table.Rows[at].Cells)
            {
                var text = source[cell.Span].ToString();
                for (var row = at; row < Math.Min(grid.Length, at + cell.Rows); row++)
                    for (var column = cell.Column; column < cell.Column + cell.Columns; column++) grid[row][column] ??= text;
            }
        foreach (var row in grid)
            for (var column = 0; column < width; column++) row[column] ??= "";
        return grid;
    }

    /// <summary>The rows of the heading and what its columns are; null for a table of something else.</summary>
    private static (int First, int Last, Dictionary<TableColumn, int> Columns)? HeadingOf(string[][] grid)
    {
        for (var first = 0; first < Math.Min(grid.Length, DeepestHeading); first++)
        {
            var columns = new Dictionary<TableColumn, int>();
            if (Named(grid[first], columns) < 2) continue; // a title, a remark
            var last = first;
            while (last + 1 < grid.Length && last < first + 2 && Continues(grid[last], grid[last + 1])) Named(grid[++last], columns);
            if (columns.ContainsKey(TableColumn.Content) && (columns.ContainsKey(TableColumn.First) || columns.ContainsKey(TableColumn.Second))) return (first, last, columns);
        }
        return null;
    }

    /// <summary>Takes the columns that a row of headings names; a lower one says more exactly what the upper one names together.</summary>
    /// <returns>How many there are.</returns>
    private static int Named(string[] row, Dictionary<TableColumn, int> columns)
    {
        var found = 0;
        for (var at = row.Length - 1; at >= 0; at--)
            foreach (var column in TableColumns.Of(row[at]))
            {
                columns[column] = at;
                found++;
            }
        return found;
    }

    /// <summary>True where a row goes on with the heading above it: it says something only below cells that are merged across or empty, and names columns there.</summary>
    private static bool Continues(string[] above, string[] row)
    {
        var names = 0;
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at].Length == 0 || row[at] == above[at]) continue;
            var isBelowSeveral = above[at].Length == 0 || (at > 0 && above[at - 1] == above[at]) || (at + 1 < above.Length && above[at + 1] == above[at]);
            if (!isBelowSeveral) return false;
            if (TableColumns.Of(row[at]).Count > 0) names++;
        }
        return names > 0;
    }

    /// <summary>The field that the title above the table names, or the line before it.</summary>
    private static string? FieldOf(string[][] grid, int heading, string title)
    {
        for (var row = heading - 1; row >= 0; row--)
            if (grid[row].FirstOrDefault(cell => cell.Length > 0) is { } said && FieldNames.In(said) is { } field) return field;
        return FieldNames.In(title) ?? StandardFields.Names.FirstOrDefault(name => name == title.Trim()); // a sheet may be called as its field is
    }

    private static IEnumerable<Refusal> Doubles(List<CatalogueRow> rows) => rows.GroupBy(row => row.Content.Key).Where(same => same.Count() > 1)
        .Select(same => new Refusal("publishing.row-twice") { Values = [string.Join('、', same.Select(row => row.Number)), same.First().Content.Second] });
}
