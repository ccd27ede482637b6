using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Gongkai.Plans.Reading;

/// <summary>
/// Reads a Word document as it would be printed: numbers that Word generates are written out, tracked insertions are in,
/// deletions and hidden text are out, headers and footers of the page are left out. What was decided is reported.
/// </summary>
public sealed class DocxReader
{
    private readonly IDocxTarget _target;
    private readonly ReadingLimits _limits;
    private readonly DocxStyles _styles;
    private readonly DocxNumbering _numbering;
    private readonly List<DocxNote> _notes = [];
    private DocxLinks _links;

    private DocxReader(MainDocumentPart main, IDocxTarget target, ReadingLimits limits)
    {
        _target = target;
        _limits = limits;
        _styles = new(main.StyleDefinitionsPart);
        _numbering = new(main.NumberingDefinitionsPart);
        _links = new(main);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="targetFor">Gives the target for the opened document, which is closed once this method returns.</param>
    /// <returns>The target, filled.</returns>
    /// <exception cref="UnreadableException">The package breaks a limit or holds no document.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, ReadingLimits limits, Func<MainDocumentPart, T> targetFor) where T : IDocxTarget
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(targetFor);
        PackageGuard.Check(bytes, limits);
        using var stream = new MemoryStream();
        stream.Write(bytes.Span);
        using var document = WordprocessingDocument.Open(stream, isEditable: true, OfficePackages.Settings());
        if (document.MainDocumentPart is not { } main || PackageGuard.Checked(main).Document?.Body is not { } body) throw new UnreadableException(ReadingFailures.Damaged);

        var target = targetFor(main);
        var reader = new DocxReader(main, target, limits);
        reader.ReadBlocks(body);
        reader.ReadNotes(main);
        return target;
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
                    _target.Count("plans.embedded-object");
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

    private void ReadParagraph(WordParagraph paragraph)
    {
        var style = _styles.OfParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var runs = Runs(paragraph, style);
        _target.AddParagraph(runs, Set(paragraph, style) with { Label = Label(paragraph, style) });
        foreach (var box in runs.Boxes) ReadBlocks(box);
    }

    private DocxRuns Runs(WordParagraph paragraph, DocxStyle style)
    {
        var runs = new DocxRuns(_styles, style, _links) { FirstNote = _notes.Count + 1 };
        runs.Read(paragraph);
        _notes.AddRange(runs.Notes);
        return runs;
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
        return new(level, null, alignment is "right" or "end", alignment == "center" || (alignment is null && style.IsTitle));
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
        var draft = DocxTables.Draft(rows, new(_limits.Columns, _target.KeepsCellLines), cell => CellText(cell, matters), matters);
        _target.AddTable(draft, matters);
    }

    /// <summary>Everything in a cell, a paragraph a line; a table inside is read cell by cell.</summary>
    private DocxCellText CellText(OpenXmlElement cell, HashSet<string> matters)
    {
        var lines = new List<string>();
        var isStrong = true;
        foreach (var paragraph in DocxTables.Paragraphs(cell))
        {
            var style = _styles.OfParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
            var runs = Runs(paragraph, style);
            lines.Add(Label(paragraph, style) + _target.InCell(runs));
            isStrong &= runs.Pieces.All(piece => piece.Strong || string.IsNullOrWhiteSpace(piece.Text));
            matters.UnionWith(runs.Matters);
            lines.AddRange(runs.Boxes.Select(box => CellText(box, matters).Text));
        }

        return new(string.Join('\n', lines), isStrong);
    }

    private void ReadNotes(MainDocumentPart main)
    {
        if (_notes.Count == 0) return;
        var footnotes = Notes(main.FootnotesPart, part => part.Footnotes);
        var endnotes = Notes(main.EndnotesPart, part => part.Endnotes);
        var number = 0;
        foreach (var (_, isEndnote, id) in _notes.ToList())
        {
            number++;
            if (!(isEndnote ? endnotes : footnotes).TryGetValue(id, out var note)) continue;
            _links = new((OpenXmlPart?)(isEndnote ? main.EndnotesPart : main.FootnotesPart) ?? main);
            var text = CellText(note, []).Text.Replace('\n', ' ').Trim();
            if (text.Length > 0) _target.AddNote(number, text);
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
