using System.Globalization;
using System.Text;
using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>Writes the one text of a document and cuts its blocks while doing so, so that spans cannot go astray.</summary>
/// <param name="name">File name without folder.</param>
internal sealed class SourceBuilder(string name)
{
    private const string CellDivider = " | ";

    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<Doubt> _doubts = [];
    private readonly Dictionary<string, (TextSpan First, int Count)> _counted = new(StringComparer.Ordinal);

    /// <summary>Offset at which the next block begins.</summary>
    public int Here => _blocks.Count == 0 ? 0 : _text.Length + 1;

    /// <summary>Span of the last block; a place at 0 before the first.</summary>
    public TextSpan Last => _blocks.Count == 0 ? default : _blocks[^1].Span;

    public bool IsEmpty => _blocks.Count == 0;

    /// <summary>Adds one block per line of the text; blank lines are left out.</summary>
    public void AddParagraph(string text, Setting setting = default)
    {
        var label = setting.Label;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (line.IsWhiteSpace()) continue;
            var start = StartLine();
            if (label is not null) _text.Append(setting.Opening);
            _text.Append(line);
            _blocks.Add(new Paragraph(TextSpan.Between(start, _text.Length), setting.Level)
            {
                ListLabel = label,
                RightAligned = setting.Right,
                Centred = setting.Centred,
            });
            label = null;
        }
    }

    /// <summary>Adds a table, one line a row; a table without any text is reported instead.</summary>
    public void AddTable(TableDraft draft)
    {
        var rows = draft.Finish();
        if (draft.Clipped) Count("plans.table-clipped", new(Here, 0));
        if (rows.All(row => row.All(cell => cell.Text.Length == 0)))
        {
            if (rows.Count > 0) Doubt("plans.empty-table", new(IsEmpty ? 0 : _text.Length, 0));
            return;
        }

        var start = StartLine();
        var done = new List<TableRow>(rows.Count);
        foreach (var row in rows)
        {
            if (done.Count > 0) _text.Append('\n');
            done.Add(WriteRow(row));
        }

        _blocks.Add(new Table(TextSpan.Between(start, _text.Length), done));
    }

    public void Doubt(string code, TextSpan span, params IReadOnlyList<string> values) => _doubts.Add(new(code, span, values));

    /// <summary>Reports a matter once for the document: at its first place, with the number of places as its value.</summary>
    public void Count(string code, TextSpan span)
    {
        _counted[code] = _counted.TryGetValue(code, out var known) ? known with { Count = known.Count + 1 } : (span, 1);
    }

    public SourceText Build()
    {
        var text = _text.ToString();
        var counted = _counted.Select(entry => new Doubt(entry.Key, entry.Value.First, entry.Value.Count.ToString(CultureInfo.InvariantCulture)));
        var doubts = _doubts.Concat(counted)
            .Select(doubt => doubt with { Span = Inside(doubt.Span, text.Length) })
            .OrderBy(doubt => doubt.Span.Start)
            .ToList();
        return new(name, text, _blocks, doubts);
    }

    private static TextSpan Inside(TextSpan span, int length) =>
        TextSpan.Between(Math.Min(span.Start, length), Math.Min(span.End, length));

    private int StartLine()
    {
        if (_blocks.Count > 0) _text.Append('\n');
        return _text.Length;
    }

    private TableRow WriteRow(IReadOnlyList<DraftCell> row)
    {
        var start = _text.Length;
        var cells = new List<TableCell>(row.Count);
        var column = 0;
        foreach (var cell in row)
        {
            // Columns that a cell from a row above covers keep their place in the line, but hold no cell here.
            for (; column < cell.Column; column++) if (column > 0) _text.Append(CellDivider);
            if (cell.Column > 0) _text.Append(CellDivider);
            var at = _text.Length;
            _text.Append(cell.Text);
            cells.Add(new(TextSpan.Between(at, _text.Length), cell.Column, cell.Columns, cell.Rows));
            column = cell.Column + cell.Columns;
        }

        return new(TextSpan.Between(start, _text.Length), cells);
    }
}
