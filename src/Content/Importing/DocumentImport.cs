using Gongkai.Content.Blocks;
using Gongkai.Plans.Blocks;
using Gongkai.Plans.Reading;
using SourceParagraph = Gongkai.Plans.Blocks.Paragraph;
using SourceTable = Gongkai.Plans.Blocks.Table;

namespace Gongkai.Content.Importing;

/// <summary>Makes a text of a document that an office wrote: DOCX, HTML, plain text, Markdown, PDF; a workbook becomes its tables.</summary>
public static class DocumentImport
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">File name; its ending only tells plain text formats apart.</param>
    /// <param name="content">The bytes, from the stream's position on; left open.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    /// <returns>The text, or one failure: a file that cannot be read is an expected answer, not an exception.</returns>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static ImportOutcome Read(string name, Stream content, ImportLimits? limits = null)
    {
        limits ??= new();
        return DocumentFile.Read(name, content, limits.Reading, file => Read(file, limits), ImportOutcome.Failed);
    }

    private static ImportOutcome Read(DocumentFile file, ImportLimits limits)
    {
        var builder = new BodyBuilder(limits);
        if (file.Kind == FileKind.Docx) DocxReader.Read(file.Bytes, limits.Reading, main => new DocxBody(main, builder));
        else if (file.Kind == FileKind.Html) new HtmlWalk(builder, HtmlOrigin.Elsewhere, limits).Read(file.Decoded);
        else Take(SourceReader.Read(file, limits.Reading), builder, limits);
        return builder.Build(findsHeadings: true) is { Body.IsEmpty: false } text ? ImportOutcome.Of(text) : ImportOutcome.Failed(ReadingFailures.Empty);
    }

    private static void Take(SourceText source, BodyBuilder builder, ImportLimits limits)
    {
        foreach (var block in source.Blocks)
        {
            if (block is SourceTable table) builder.AddTable(Draft(source, table, limits));
            else if (block is SourceParagraph paragraph)
            {
                var line = new RunLine();
                line.Append(source[paragraph.Span].ToString());
                builder.AddParagraph(line.Take(), paragraph.RightAligned ? Side.End : paragraph.Centred ? Side.Centre : Side.Start, paragraph.Level);
            }
        }
        foreach (var doubt in source.Doubts) builder.Doubt(doubt with { Span = default });
    }

    private static TableDraft Draft(SourceText source, SourceTable table, ImportLimits limits)
    {
        var draft = new TableDraft(limits.Reading.Columns, keepsLines: true);
        foreach (var row in table.Rows)
        {
            draft.StartRow();
            foreach (var cell in row.Cells)
            {
                draft.MoveTo(cell.Column);
                draft.Add(source[cell.Span].ToString(), cell.Columns, cell.Rows);
            }
        }
        return draft;
    }
}
