using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Grammar;

/// <summary>Hands out what was read as it is written in the source: exact texts, spans and line numbers.</summary>
internal sealed class AsWritten
{
    private readonly int[] _lineStarts;

    public AsWritten(SourceText source, Script script)
    {
        Source = source;
        Script = script;
        var starts = new List<int> { 0 };
        for (var i = source.Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = source.Text.IndexOf('\n', i + 1)) starts.Add(i + 1);
        _lineStarts = [.. starts];
    }

    public SourceText Source { get; }

    public Script Script { get; }

    /// <summary>The exact source text of a folded stretch.</summary>
    public string Text((int Start, int End) at) => Text(at.Start, at.End);

    public string Text(int start, int end)
    {
        var span = Script.ToSource(start, end);
        return Source.Text.Substring(span.Start, span.Length);
    }

    /// <summary>The same, or null for an empty stretch.</summary>
    public string? TextOrNull((int Start, int End) at) => at.End > at.Start ? Text(at.Start, at.End) : null;

    public TextSpan Span((int Start, int End) at) => Script.ToSource(at.Start, at.End);

    /// <summary>Line of the source, from 1, in which a folded character stands.</summary>
    public int Line(int index)
    {
        var offset = Script.ToSource(index, index + 1).Start;
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }
}
