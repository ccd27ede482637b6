using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;
using Gongkai.Law.Wording;

namespace Gongkai.Content.Proposals;

/// <summary>A line of a text that is read for what it says of the text.</summary>
/// <param name="Text">The line in one spelling.</param>
/// <param name="Start">Where it begins in <see cref="ReadText.Text"/>.</param>
/// <param name="Side">Where it stands.</param>
/// <param name="IsHeading">True for a heading.</param>
internal sealed record ReadLine(string Text, int Start, Side Side, bool IsHeading)
{
    public int End => Start + Text.Length;

    public bool EndsWith(params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings) if (Text.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    public bool StartsWith(string beginning) => Text.StartsWith(beginning, StringComparison.Ordinal);
}

/// <summary>A text in one spelling, line by line; tables and pictures are left out, because what stands in them is not said of the text.</summary>
internal sealed class ReadText
{
    private readonly NormalisedText _normal;

    private ReadText(NormalisedText normal, IReadOnlyList<ReadLine> lines) => (_normal, Lines) = (normal, lines);

    /// <summary>The whole in one spelling.</summary>
    public string Text => _normal.Text;

    /// <summary>Lines that are not empty.</summary>
    public IReadOnlyList<ReadLine> Lines { get; }

    /// <summary>Reads a text.</summary>
    public static ReadText Of(Body body, PlainText plain)
    {
        var normal = NormalisedText.Of(plain.Text);
        var lines = new List<ReadLine>();
        for (var start = 0; start < normal.Text.Length;)
        {
            var end = normal.Text.IndexOf('\n', start);
            if (end < 0) end = normal.Text.Length;
            if (end > start && body.Blocks[plain.BlockAt(normal.ToSource(start))] is var block and not (Table or Picture))
                lines.Add(new(normal.Text[start..end], start, block is Paragraph paragraph ? paragraph.Side : Side.Start, block is Heading));
            start = end + 1;
        }
        return new(normal, lines);
    }

    /// <summary>The stretch of the plain text that a stretch stands for.</summary>
    public TextSpan ToSource(int start, int end) => _normal.ToSource(TextSpan.Between(start, end));

    /// <summary>What the plain text says there, as written.</summary>
    public string Written(int start, int end)
    {
        var span = ToSource(start, end);
        return _normal.Source.Substring(span.Start, span.Length);
    }

    /// <summary>Cuts a stretch where the plain text has a blank or a line end in it: names stand beside each other like that.</summary>
    public IEnumerable<(int Start, int End)> Pieces(int start, int end)
    {
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && !(i > from && (_normal.BlankBefore(i) || Text[i] is ' ' or '\n'))) continue;
            var to = i;
            while (from < to && Text[from] is ' ' or '\n') from++;
            if (to > from) yield return (from, to);
            from = i;
        }
    }

    /// <summary>A proposal for a stretch.</summary>
    public Proposal Propose(ProposalKind kind, string value, int start, int end, bool isSure, DateOnly? day = null) => new(kind, value, day, ToSource(start, end), isSure);
}
