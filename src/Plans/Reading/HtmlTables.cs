using AngleSharp.Dom;

namespace Gongkai.Plans.Reading;

/// <summary>Tells tables of data from tables that only lay a page out.</summary>
public static class HtmlTables
{
    private const int LayoutRows = 3;
    private const int LayoutCells = 2;
    private const int LayoutLines = 6;

    /// <summary>The rows of a table itself, not of tables inside it.</summary>
    public static IEnumerable<IElement> Rows(IElement table)
    {
        foreach (var child in table.Children)
        {
            if (child.LocalName == "tr") yield return child;
            if (child.LocalName is not ("tbody" or "thead" or "tfoot")) continue;
            foreach (var row in child.Children) if (row.LocalName == "tr") yield return row;
        }
    }

    /// <summary>
    /// True when a table has one column only, wraps other tables in a few rows or columns, or holds page-long cells.
    /// </summary>
    public static bool IsLayout(IElement table)
    {
        int rows = 0, cells = 0;
        foreach (var row in Rows(table))
        {
            rows++;
            cells = Math.Max(cells, row.Children.Length);
        }

        if (cells <= 1) return true;
        if (table.QuerySelector("table") is not null) return rows <= LayoutRows || cells <= LayoutCells;
        return rows <= LayoutCells && cells <= LayoutRows && Rows(table).SelectMany(row => row.Children).Any(cell => Lines(cell) > LayoutLines);
    }

    private static int Lines(IElement cell)
    {
        var lines = 0;
        foreach (var inner in cell.QuerySelectorAll("p, br, div, li, h1, h2, h3, h4")) if (inner.TextContent.Length > 0 || inner.LocalName == "br") lines++;
        return lines;
    }
}
