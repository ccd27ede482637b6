using System.Text;

namespace Gongkai.Checks;

/// <summary>A text gathered from a file, which knows where each piece came from.</summary>
internal sealed class LocatedText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, Spot? Spot)> _pieces = [];

    /// <summary>True when nothing was added that has a place.</summary>
    public bool IsEmpty => !_pieces.Exists(piece => piece.Spot is not null);

    public int Length => _text.Length;

    /// <summary>Adds a piece.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="spot">Where it stands; null for text that is only there so that the pieces around it are understood.</param>
    public void Add(string text, Spot? spot)
    {
        if (text.Length == 0) return;
        if (_pieces.Count == 0 || !ReferenceEquals(_pieces[^1].Spot, spot)) _pieces.Add((_text.Length, spot));
        _text.Append(text);
    }

    /// <summary>Adds a mark that divides: a tab between cells, a line end between rows.</summary>
    public void Divide(char mark) => _text.Append(mark);

    /// <summary>Adds a piece as a line of its own, its line breaks as blanks.</summary>
    public void AddLine(string text, Spot spot)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        Add(text.Replace('\n', ' ').Replace('\r', ' '), spot);
        Divide('\n');
    }

    /// <summary>Everything found that touches a piece with a place.</summary>
    public IEnumerable<Finding> Find(CheckLists lists, int most)
    {
        if (IsEmpty) yield break;
        foreach (var finding in TextChecks.Find(_text.ToString(), lists, most))
        {
            if (finding.Code == CheckCodes.More) yield return finding;
            else if (SpotOf(finding.Span) is { } spot) yield return finding with { Place = spot.ToString() };
        }
    }

    /// <summary>The first place that a stretch touches; null where it lies in context only.</summary>
    private Spot? SpotOf(TextSpan span)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Start <= span.Start) low = middle;
            else high = middle - 1;
        }

        for (; low < _pieces.Count && _pieces[low].Start < Math.Max(span.End, span.Start + 1); low++)
            if (_pieces[low].Spot is { } spot) return spot;
        return null;
    }
}
