using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Plans.Blocks;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Gongkai.Plans.Reading;

/// <summary>
/// Reads a Word document as it would be printed: numbers that Word generates are written out, tracked insertions are in,
/// deletions and hidden text are out, headers and footers of the page are left out. What was decided is reported.
/// </summary>
internal sealed class DocxReader
{
    private readonly SourceBuilder _builder;
    private readonly ReadingLimits _limits;
    private readonly DocxStyles _styles;
    private readonly DocxNumbering _numbering;
    private readonly List<(bool IsEndnote, long Id)> _notes = [];

    private DocxReader(string name, MainDocumentPart main, ReadingLimits limits)
    {
        _builder = new(name);
        _limits = limits;
        _styles = new(main.StyleDefinitionsPart);
        _numbering = new(main.NumberingDefinitionsPart);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableException">The package breaks a limit or holds no document.</exception>
    public static SourceText Read(string name, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        PackageGuard.Check(bytes, limits);
        using var stream = new MemoryStream();
        stream.Write(bytes.Span);
        using var document = WordprocessingDocument.Open(stream, isEditable: true, OfficePackages.Settings());
        if (document.MainDocumentPart is not { } main || PackageGuard.Checked(main).Document?.Body is not { } body) throw new UnreadableException(ReadingFailures.Damaged);

        var reader = new DocxReader(name, main, limits);
        reader.ReadBlocks(body);
        reader.ReadNotes(main);
        return reader._builder.Build();
    }

    private void ReadBlocks(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case WordParagraph paragraph:
                    ReadParagraph(paragraph);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                case AltChunk:
                    _builder.Count("plans.embedded-object", Here());
                    break;
                case AlternateContent alternate:
                    if (DocxRuns.Chosen(alternate) is { } chosen) ReadBlocks(chosen);
                    break;
                case SectionProperties or SdtProperties:
                    break;
                default:
                    ReadBlocks(child);
                    break;
            }
        }
    }

    private TextSpan Here() => new(_builder.Here, 0);

    private void ReadParagraph(WordParagraph paragraph)
    {
        var style = _styles.OfParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var runs = Runs(paragraph, style);
        var label = Label(paragraph, style);
        var start = _builder.Here;
        _builder.AddParagraph(runs.Text, Set(paragraph, style) with { Label = label });
        Report(runs, TextSpan.Between(start, Math.Max(start, _builder.Last.End)));
        foreach (var box in runs.Boxes) ReadBlocks(box);
    }

    private DocxRuns Runs(WordParagraph paragraph, DocxStyle style)
    {
        var runs = new DocxRuns(_styles, style.Hidden);
        runs.Read(paragraph);
        _notes.AddRange(runs.Notes);
        return runs;
    }

    private void Report(DocxRuns runs, TextSpan span)
    {
        foreach (var matter in runs.Matters) _builder.Count(matter, span);
    }

    private string? Label(WordParagraph paragraph, DocxStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        if ((own?.NumberingId?.Val?.Value ?? style.NumberId) is not { } numbering) return null;
        var level = own?.NumberingLevelReference?.Val?.Value ?? style.NumberLevel
            ?? _numbering.LevelOfStyle(numbering, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        return _numbering.Next(numbering, level);
    }

    private static Setting Set(WordParagraph paragraph, DocxStyle style)
    {
        var properties = paragraph.ParagraphProperties;
        var level = properties?.OutlineLevel?.Val?.Value is { } outline ? (outline is >= 0 and < 9 ? outline + 1 : 0) : style.Outline;
        var alignment = properties?.Justification?.Val?.InnerText ?? style.Alignment;
        return new(level, null, alignment is "right" or "end", alignment == "center");
    }

    private void ReadTable(Table table)
    {
        var rows = DocxTables.Rows(table).ToList();
        if (rows.All(row => DocxTables.Cells(row).Take(2).Count() < 2))
        {
            // A frame of one column around text is no table of data.
            foreach (var cell in rows.SelectMany(DocxTables.Cells)) ReadBlocks(cell);
            return;
        }

        var matters = new HashSet<string>(StringComparer.Ordinal);
        var draft = DocxTables.Draft(rows, _limits.Columns, cell => CellText(cell, matters), matters);
        var start = _builder.Here;
        _builder.AddTable(draft);
        foreach (var matter in matters) _builder.Count(matter, TextSpan.Between(start, Math.Max(start, _builder.Last.End)));
    }

    /// <summary>Everything in a cell, a paragraph a line; a table inside is read cell by cell.</summary>
    private string CellText(OpenXmlElement cell, HashSet<string> matters)
    {
        var lines = new List<string>();
        foreach (var paragraph in DocxTables.Paragraphs(cell))
        {
            var style = _styles.OfParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
            var runs = Runs(paragraph, style);
            lines.Add(Label(paragraph, style) + runs.Text);
            matters.UnionWith(runs.Matters);
            lines.AddRange(runs.Boxes.Select(box => CellText(box, matters)));
        }

        return string.Join('\n', lines);
    }

    private void ReadNotes(MainDocumentPart main)
    {
        if (_notes.Count == 0) return;
        var footnotes = Notes(main.FootnotesPart, part => part.Footnotes);
        var endnotes = Notes(main.EndnotesPart, part => part.Endnotes);
        var number = 0;
        foreach (var (isEndnote, id) in _notes.ToList())
        {
            number++;
            if (!(isEndnote ? endnotes : footnotes).TryGetValue(id, out var note)) continue;
            var text = CellText(note, []).Replace('\n', ' ').Trim();
            if (text.Length > 0) _builder.AddParagraph(string.Create(CultureInfo.InvariantCulture, $"注{number}：{text}"));
        }
    }

    private static Dictionary<long, FootnoteEndnoteType> Notes<T>(T? part, Func<T, OpenXmlElement?> root) where T : OpenXmlPart
    {
        var notes = new Dictionary<long, FootnoteEndnoteType>();
        if (part is null) return notes;
        foreach (var note in root(PackageGuard.Checked(part))?.Elements<FootnoteEndnoteType>() ?? [])
        {
            if (note.Id?.Value is { } id) notes.TryAdd(id, note);
        }

        return notes;
    }
}
