using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>
/// Reads a PDF through poppler's pdftotext, which gives each word with its place. Places tell what plain text cannot:
/// whether a line was full, what is set in or centred, where a column begins, and what stands in the margin of every page.
/// </summary>
internal static class PdfReader
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableException">pdftotext is missing or refuses, or the document holds no text.</exception>
    public static SourceText Read(string name, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        var pages = PdfPage.ReadAll(PdfToText.Run(bytes, limits));
        var rows = PdfFurniture.Remove(pages);
        if (rows.Count == 0) throw new UnreadableException(ReadingFailures.PdfScanned);

        var builder = new SourceBuilder(name);
        var paragraphs = new PdfParagraphs(builder, rows);
        for (var i = 0; i < rows.Count;)
        {
            var count = PdfTables.Length(rows, i);
            if (count == 0)
            {
                paragraphs.Add(rows[i++]);
                continue;
            }

            paragraphs.Finish();
            var start = builder.Here;
            builder.AddTable(PdfTables.Read(rows.GetRange(i, count), limits.Columns));
            builder.Count("plans.pdf-table", TextSpan.Between(start, Math.Max(start, builder.Last.End)));
            i += count;
        }

        paragraphs.Finish();
        return builder.Build();
    }
}
