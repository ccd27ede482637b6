using System.Buffers;

namespace Gongkai.Plans.Reading;

/// <summary>Takes page numbers and running headers and footers off the pages.</summary>
internal static class PdfFurniture
{
    private const int EdgeRows = 2;
    private const int FewestRepeats = 3;
    private const double Edge = 0.12;
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789０１２３４５６７８９-－—–―─·. /第页共()（）|Page");

    /// <summary>The rows of all pages without furniture.</summary>
    public static List<PdfRow> Remove(IReadOnlyList<PdfPage> pages)
    {
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var text in page.Rows.Where((_, i) => IsAtEdge(page, i)).Select(row => Bare(row.Text)).Distinct(StringComparer.Ordinal))
            {
                repeats[text] = repeats.GetValueOrDefault(text) + 1;
            }
        }

        var enough = Math.Max(FewestRepeats, pages.Count / 3);
        var kept = new List<PdfRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Rows.Count; i++)
            {
                var row = page.Rows[i];
                if (IsAtEdge(page, i))
                {
                    if (IsPageNumber(row.Text)) continue;
                    var bare = Bare(row.Text);

                    // The head of a table that goes on over pages is wanted once; a running header never is.
                    if (repeats[bare] >= enough && (row.Words.Count < 3 || !seen.Add(bare))) continue;
                }

                kept.Add(row);
            }
        }

        return kept;
    }

    private static bool IsAtEdge(PdfPage page, int row) =>
        (row < EdgeRows && page.Rows[row].Top < page.Height * Edge)
        || (row >= page.Rows.Count - EdgeRows && page.Rows[row].Bottom > page.Height * (1 - Edge));

    private static bool IsPageNumber(string text) => !text.AsSpan().ContainsAnyExcept(NumberSigns) && text.Any(char.IsDigit);

    // Headers that count pages differ in their digits only.
    private static string Bare(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? '#' : c));
}
