using System.Globalization;
using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;
using Gongkai.Plans;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>Gathers the blocks of one text, whatever it is read from, and stops where it grows too long.</summary>
internal sealed class BodyBuilder(ImportLimits limits)
{
    private readonly List<Block> _blocks = [];
    private readonly List<int> _levels = []; // by block: heading level of the file, 0 for none
    private readonly List<Doubt> _doubts = [];
    private readonly Dictionary<string, (int Block, int Count)> _counted = new(StringComparer.Ordinal);
    private List<IReadOnlyList<Run>>? _items;
    private bool _isOrdered;
    private int _rows;
    private int _characters;

    /// <summary>Pictures that came with the text.</summary>
    public PictureShelf Shelf { get; } = new(limits);

    /// <summary>Adds a heading of a known level.</summary>
    public void AddHeading(int level, IReadOnlyList<Run> runs) => Add(new Heading(Math.Clamp(level, 1, Heading.Deepest), runs), 0, runs);

    /// <summary>Adds a paragraph; one without words says nothing.</summary>
    /// <param name="runs">Its words.</param>
    /// <param name="side">Where it stands on its line.</param>
    /// <param name="level">Heading level that the file gives it, to be weighed at the end; 0 for none.</param>
    public void AddParagraph(IReadOnlyList<Run> runs, Side side, int level = 0) => Add(new Paragraph(runs, side), level, runs);

    /// <summary>Adds an item to the list that goes on here, or begins one.</summary>
    public void AddItem(bool isOrdered, IReadOnlyList<Run> runs)
    {
        if (runs.Count == 0) return;
        if (_items is null || _isOrdered != isOrdered)
        {
            var items = new List<IReadOnlyList<Run>>();
            Add(new ItemList(isOrdered, items), 0, runs);
            (_items, _isOrdered) = (items, isOrdered);
        }
        else
        {
            CountIn(1, runs.Sum(run => run.Text.Length));
        }
        _items.Add(runs);
    }

    /// <summary>Ends a list: an item that follows belongs to another.</summary>
    public void EndList() => _items = null;

    /// <summary>Adds a table; one without words says nothing and is reported.</summary>
    public void AddTable(TableDraft draft)
    {
        if (draft.Clipped) Count("plans.table-clipped");
        if (NormalForm.Of(draft) is not { } table) return;
        if (table.Rows.All(row => row.Cells.All(cell => cell.Text.Length == 0))) Count("plans.empty-table");
        CountIn(table.Rows.Count, table.Rows.Sum(row => row.Cells.Sum(cell => cell.Text.Length)));
        Put(table, 0);
    }

    /// <summary>Adds a picture.</summary>
    public void AddPicture(Picture picture)
    {
        CountIn(1, picture.Alt.Length);
        Put(picture, 0);
    }

    /// <summary>Reports a matter once for the text: at its first place, with the number of places.</summary>
    public void Count(string code) => _counted[code] = _counted.TryGetValue(code, out var known) ? known with { Count = known.Count + 1 } : (_blocks.Count, 1);

    /// <summary>Reports a matter that has no place.</summary>
    public void Doubt(Doubt doubt) => _doubts.Add(doubt);

    /// <summary>The text.</summary>
    /// <param name="findsHeadings">True where numbers and styles tell headings; false where every block says itself what it is.</param>
    public Imported Build(bool findsHeadings)
    {
        if (findsHeadings) HeadingLines.Mark(_blocks, _levels);
        var body = new Body(_blocks);
        var plain = PlainText.Of(body);
        var counted = _counted.Select(entry => new Doubt(entry.Key, new(entry.Value.Block < plain.Starts.Count ? plain.Starts[entry.Value.Block] : plain.Text.Length, 0), entry.Value.Count.ToString(CultureInfo.InvariantCulture)));
        return new(body, Shelf.Pictures, [.. _doubts.Concat(counted).OrderBy(doubt => doubt.Span.Start)]);
    }

    private void Add(Block block, int level, IReadOnlyList<Run> runs)
    {
        if (runs.Count == 0) return;
        CountIn(1, runs.Sum(run => run.Text.Length));
        Put(block, level);
    }

    private void Put(Block block, int level)
    {
        EndList();
        _blocks.Add(block);
        _levels.Add(level);
    }

    private void CountIn(int rows, int characters)
    {
        _rows += rows;
        _characters += characters;
        if (_rows > limits.Blocks || _characters > limits.Characters) throw new UnreadableException(ImportLimits.TooLong);
    }
}
