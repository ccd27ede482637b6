namespace Gongkai.Plans.Reading;

/// <summary>Puts lines that the page's edge has broken together again.</summary>
internal sealed class PdfParagraphs
{
    private const double FullWithin = 1.7;
    private const double IndentFrom = 1.2;

    private readonly SourceBuilder _builder;
    private readonly double _left;
    private readonly double _right;
    private readonly bool _indented;
    private readonly double? _spacing;
    private string _text = "";
    private PdfRow? _first;
    private PdfRow? _last;
    private int _joins;

    /// <param name="builder">Takes the paragraphs.</param>
    /// <param name="rows">All rows of the document: they tell where its lines begin and end.</param>
    public PdfParagraphs(SourceBuilder builder, IReadOnlyList<PdfRow> rows)
    {
        _builder = builder;
        var rights = rows.Select(row => row.Right).Order().ToList();
        _right = rights[(int)((rights.Count - 1) * 0.95)];
        _left = LeftEdge(rows);
        _indented = rows.Count(row => row.Left - _left is var by && by > IndentFrom * row.Em && by < 3 * row.Em) * 10 >= rows.Count;
        _spacing = Spacing(rows);
    }

    /// <summary>Adds the next line, to the paragraph before it if it goes on there.</summary>
    public void Add(PdfRow row)
    {
        if (_last is not null && GoesOn(_last, row))
        {
            _text = PdfRow.Join(_text, row.Text);
            _joins++;
        }
        else
        {
            Finish();
            (_text, _first) = (row.Text, row);
        }

        _last = row;
    }

    /// <summary>Ends the paragraph.</summary>
    public void Finish()
    {
        if (_first is null || _last is null) return;
        var start = _builder.Here;
        _builder.AddParagraph(_text, Set(_first));
        if (_joins > 0) _builder.Count("plans.joined-lines", TextSpan.Between(start, Math.Max(start, _builder.Last.End)));
        (_first, _last, _text, _joins) = (null, null, "", 0);
    }

    private bool GoesOn(PdfRow line, PdfRow next)
    {
        var isFull = line.Right >= _right - FullWithin * line.Em;
        if (!isFull || ListNumbers.StartsLine(next.Text)) return false;
        if (next.Left - _left > IndentFrom * next.Em) return false;
        if (Math.Abs(line.Em - next.Em) > 0.2 * line.Em) return false;
        if (line.Page == next.Page && next.Top - line.Bottom > 1.5 * (line.Bottom - line.Top)) return false;

        // Where paragraphs are set in or set apart, a line that is neither goes on whatever stands before it;
        // elsewhere a full stop at the end of a full line ends both.
        if (_indented || line.Text[^1] is not ('。' or '！' or '？' or '；' or '：')) return true;
        return _spacing is { } spacing && line.Page == next.Page && next.Top - line.Bottom < spacing;
    }

    /// <summary>The space that tells paragraphs apart; null where they stand as close as the lines within them.</summary>
    private double? Spacing(IReadOnlyList<PdfRow> rows)
    {
        List<double> within = [], after = [];
        for (var i = 1; i < rows.Count; i++)
        {
            var (line, next) = (rows[i - 1], rows[i]);
            if (line.Page != next.Page) continue;
            (line.Right >= _right - FullWithin * line.Em ? within : after).Add(next.Top - line.Bottom);
        }

        if (within.Count == 0 || after.Count == 0) return null;
        within.Sort();
        after.Sort();
        var (inside, between) = (within[within.Count / 2], after[after.Count / 2]);
        return between - inside > 0.3 * rows[0].Em ? (inside + between) / 2 : null;
    }

    private Setting Set(PdfRow row)
    {
        var middle = (_left + _right) / 2;
        var isShort = row.Left - _left > 2 * row.Em && _right - row.Right > 2 * row.Em;
        if (isShort && Math.Abs((row.Left + row.Right) / 2 - middle) < row.Em) return new(Centred: true);
        return new(Right: row.Left > middle);
    }

    /// <summary>The leftmost place where a fair share of lines begin: that of lines that go on, not of first lines set in.</summary>
    private static double LeftEdge(IReadOnlyList<PdfRow> rows)
    {
        var places = rows.GroupBy(row => Math.Round(row.Left / 3)).OrderBy(group => group.Key).ToList();
        var fair = Math.Max(1, rows.Count / 8);
        return (places.FirstOrDefault(group => group.Count() >= fair) ?? places[0]).Min(row => row.Left);
    }
}
