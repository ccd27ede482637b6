using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Gongkai.Plans.Reading;

/// <summary>What a cell says.</summary>
/// <param name="Text">Its text, a paragraph a line.</param>
/// <param name="IsStrong">True where nothing in it is not bold.</param>
internal readonly record struct DocxCellText(string Text, bool IsStrong);

/// <summary>Lays a Word table out on its grid.</summary>
internal static class DocxTables
{
    /// <summary>A cell with its place on the grid, before merged cells are put together.</summary>
    private sealed record Placed(TableCell Cell, int Column, int Columns, bool Continues, bool Opens);

    /// <summary>Rows of the table itself, also those inside content controls.</summary>
    public static IEnumerable<TableRow> Rows(OpenXmlElement parent) => Inside<TableRow>(parent);

    /// <summary>Cells of a row, also those inside content controls.</summary>
    public static IEnumerable<TableCell> Cells(TableRow row) => Inside<TableCell>(row);

    /// <summary>Paragraphs of a cell in order, those of tables inside it included.</summary>
    public static IEnumerable<WordParagraph> Paragraphs(OpenXmlElement cell)
    {
        foreach (var child in cell.ChildElements)
        {
            if (child is WordParagraph paragraph) yield return paragraph;
            else if (child is AlternateContent alternate)
            {
                if (DocxRuns.Chosen(alternate) is { } chosen) foreach (var inner in Paragraphs(chosen)) yield return inner;
            }
            else foreach (var inner in Paragraphs(child)) yield return inner;
        }
    }

    /// <summary>Lays rows out. Rows that Word repeats on every page head the table, and so does a first row that is bold.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="draft">Takes them.</param>
    /// <param name="text">Gives a cell's text; called once per shown cell, in order.</param>
    /// <param name="matters">Takes codes of doubts.</param>
    /// <returns>The draft.</returns>
    public static TableDraft Draft(IReadOnlyList<TableRow> rows, TableDraft draft, Func<TableCell, DocxCellText> text, HashSet<string> matters)
    {
        var present = rows.Where(row => IsShown(row, matters)).ToList();
        var shown = present.Select(row => Place(row, draft.MaxColumns)).ToList();
        var continuing = shown.Select(row => row.Where(cell => cell.Continues).Select(cell => cell.Column).ToHashSet()).ToList();
        var heads = present.TakeWhile(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is { } head && (head.Val is null || head.Val.Value == OnOffOnlyValues.On)).Count();
        var (isStrong, tallest) = (shown.Count > 1, 1);
        var reach = new Dictionary<int, int>();
        for (var r = 0; r < shown.Count; r++)
        {
            draft.StartRow();
            foreach (var cell in shown[r])
            {
                // A continuing cell whose column an opening cell above reaches is part of that one.
                if (cell.Continues && reach.GetValueOrDefault(cell.Column) > r) continue;

                var height = 1;
                if (cell.Opens) while (r + height < shown.Count && continuing[r + height].Contains(cell.Column)) height++;
                if (height > 1) reach[cell.Column] = r + height;
                draft.MoveTo(cell.Column);
                var said = text(cell.Cell);
                draft.Add(said.Text, cell.Columns, height);
                if (r == 0) (isStrong, tallest) = (isStrong && said is { IsStrong: true, Text.Length: > 0 }, Math.Max(tallest, height));
            }
        }

        if (heads == 0 && isStrong) heads = tallest < shown.Count ? tallest : 1;
        draft.Head(heads);
        return draft;
    }

    private static bool IsShown(TableRow row, HashSet<string> matters)
    {
        var properties = row.TableRowProperties;
        if (properties?.GetFirstChild<Deleted>() is not null)
        {
            matters.Add("plans.tracked-changes");
            return false;
        }

        if (!DocxStyles.IsOn(properties?.GetFirstChild<Hidden>())) return true;
        matters.Add("plans.hidden-text");
        return false;
    }

    private static List<Placed> Place(TableRow row, int maxColumns)
    {
        var placed = new List<Placed>();
        var column = Math.Clamp(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0, 0, maxColumns);
        foreach (var cell in Cells(row))
        {
            var properties = cell.TableCellProperties;
            var merge = properties?.VerticalMerge;
            var columns = Math.Clamp(properties?.GridSpan?.Val?.Value ?? 1, 1, maxColumns);
            var opens = merge?.Val?.Value == MergedCellValues.Restart;
            placed.Add(new(cell, column, columns, merge is not null && !opens, opens));
            column = Math.Min(column + columns, maxColumns);
        }

        return placed;
    }

    private static IEnumerable<T> Inside<T>(OpenXmlElement parent) where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T wanted) yield return wanted;
            else if (child is SdtElement or SdtContentRow or SdtContentCell or CustomXmlElement or InsertedRun) foreach (var inner in Inside<T>(child)) yield return inner;
        }
    }
}
