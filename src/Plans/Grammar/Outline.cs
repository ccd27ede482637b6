namespace Gongkai.Plans.Grammar;

/// <summary>Builds the tree of headings and items out of the lines of a plan's body.</summary>
internal sealed class Outline(Script script, Assignments assignments)
{
    private readonly List<Node> _open = [];

    /// <summary>Headings that stand a second time, as page breaks repeat them.</summary>
    public List<(int Start, int End)> Repeated { get; } = [];

    /// <summary>Tables with the node they stand under.</summary>
    public List<(Grid Grid, Node Under)> Grids { get; } = [];

    /// <summary>The root of the tree; it has no number itself.</summary>
    public Node Root { get; } = new() { Mark = Mark.None };

    private Node Current => _open.Count > 0 ? _open[^1] : Root;

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line.</param>
    public void Add(Line line)
    {
        if (line.Grid is not null)
        {
            Grids.Add((line.Grid, Current));
            return;
        }

        var number = Numbering.Read(script.Text, line.Start, line.End);
        if (number.Mark is Mark.None or Mark.Firstly)
        {
            if (assignments.WholeLine(line.Start, line.End) is { } whole) AddOwn(whole);
            else if (Current.Parts is [.., AssignmentPart { OwnLine: true } above] && assignments.Names(line.Start, line.End, above.Assignment) is { } more) AddOwn(more);
            else AddText(line.Start, line.End);
            return;
        }

        if (number.Mark is Mark.Bullet && assignments.WholeLine(number.End, line.End) is { } after)
        {
            AddOwn(after);
            return;
        }

        Open(number, line);
    }

    /// <summary>Closes every heading: what follows is an attachment.</summary>
    public void Reset() => _open.Clear();

    private void AddOwn(Assignment assignment) => Current.Parts.Add(new AssignmentPart(assignment, OwnLine: true));

    /// <summary>Cuts a paragraph at its assignments.</summary>
    private void AddText(int start, int end)
    {
        var node = Current;
        var from = start;
        foreach (var assignment in assignments.Within(start, end))
        {
            Text(node, from, assignment.Start);
            node.Parts.Add(new AssignmentPart(assignment, OwnLine: false));
            from = assignment.End;
            // the full stop behind the bracket belongs to nothing
            while (from < end && script.Text[from] is '。' or ';' or ',') from++;
        }

        Text(node, from, end);
    }

    private void Text(Node node, int start, int end)
    {
        while (start < end && script.Text[start] is '\n' or ',' or ';' or '。') start++;
        while (end > start && script.Text[end - 1] is '\n') end--;
        if (start < end) node.Parts.Add(new TextPart(start, end));
    }

    private void Open(ItemNumber number, Line line)
    {
        var text = script.Text;
        var found = assignments.Within(number.End, line.End);
        var bodyEnd = found.Count > 0 ? found[0].Start : line.End;
        var heading = HeadingEnd(number, bodyEnd, line.End);
        if (heading is not null && IsRepeat(number, heading.Value.End)) return;
        CloseFor(number);
        var node = new Node { Mark = number.Mark, Value = number.Value, Parent = Current, NumberStart = line.Start, NumberEnd = number.End };
        Current.Parts.Add(new NodePart(node));
        _open.Add(node);
        if (heading is { } cut)
        {
            node.Heading = (number.End, cut.End);
            node.HeadingOnly = cut.Next >= bodyEnd;
            AddText(cut.Next, line.End);
        }
        else if (number.End < line.End)
        {
            AddText(number.End, line.End);
        }
    }

    /// <summary>Where a heading ends and where the text behind it begins; null where the item is text from the start.</summary>
    private (int End, int Next)? HeadingEnd(ItemNumber number, int end, int lineEnd)
    {
        var text = script.Text;
        var start = number.End;
        if (start >= end || number.Mark == Mark.Bullet) return null;
        var stop = text.IndexOf('。', start, end - start);
        if (stop < 0)
        {
            var length = end - start;
            var last = text[end - 1];
            if (length > 60 || last == ';') return null;
            if (length > 26 && text.AsSpan(start, length).IndexOf(',') >= 0 && number.Mark >= Mark.Digit) return null;
            if (last == ':' && number.Mark >= Mark.Digit) return null;
            return (end, end);
        }

        if (stop >= end - 1)
        {
            // one sentence: a heading of the upper levels may end with a full stop, an item is text
            var brief = stop - start <= 40 && number.Mark <= Mark.HanBracket || stop - start <= 24 && text.AsSpan(start, stop - start).IndexOf(',') < 0;
            return brief && end == lineEnd ? (stop, end) : null;
        }

        var first = text.AsSpan(start, stop - start);
        var limit = number.Mark <= Mark.HanBracket ? 45 : 32;
        if (first.Length > limit) return null;
        if (number.Mark <= Mark.HanBracket ? first.IndexOfAny(';', ':') >= 0 : first.IndexOfAny(',', ';', ':') >= 0) return null;
        return (stop, stop + 1);
    }

    private bool IsRepeat(ItemNumber number, int headingEnd)
    {
        if (number.Mark > Mark.HanBracket) return false;
        for (var i = 0; i < _open.Count; i++)
        {
            var node = _open[i];
            if (node.Mark != number.Mark || node.Value != number.Value || !node.HasHeading) continue;
            var former = script.Text.AsSpan(node.Heading.Start, node.Heading.End - node.Heading.Start);
            if (!former.SequenceEqual(script.Text.AsSpan(number.End, headingEnd - number.End)) || number.Value == 0) continue;
            _open.RemoveRange(i + 1, _open.Count - i - 1);
            Repeated.Add((number.End, headingEnd));
            return true;
        }

        return false;
    }

    private void CloseFor(ItemNumber number)
    {
        var same = _open.FindIndex(n => n.Mark == number.Mark);
        if (same >= 0)
        {
            _open.RemoveRange(same, _open.Count - same);
            return;
        }

        while (_open.Count > 0 && _open[^1].Mark > number.Mark) _open.RemoveAt(_open.Count - 1);
    }
}
