using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>
/// A text with every character in its one form (half width, simplified), offset for offset that of the source, and cut into rows:
/// a line is a row, a tab ends a cell, and a row of column titles speaks for the rows below it.
/// </summary>
internal sealed class ScannedText
{
    private const int MostColumns = 200;
    private const int MostTitles = 3;

    private readonly char[] _folded;

    public ScannedText(string source)
    {
        Source = source;
        _folded = new char[source.Length];
        // A tab divides cells, so it is not folded to a blank; \r is one, for it only ends lines together with \n.
        for (var i = 0; i < source.Length; i++) _folded[i] = source[i] is '\t' ? '\t' : source[i] is '\r' ? ' ' : CharacterFolding.Fold(source[i]);
    }

    /// <summary>The text as it came.</summary>
    public string Source { get; }

    public int Length => _folded.Length;

    /// <summary>The text in one form; characters that say nothing are <see cref="CharacterFolding.Dropped"/>.</summary>
    public ReadOnlySpan<char> Folded => _folded;

    public char this[int at] => _folded[at];

    /// <summary>A stretch in one form, without what says nothing.</summary>
    public string Words(int start, int end) => new string(_folded, start, end - start).Replace(CharacterFolding.Dropped.ToString(), "", StringComparison.Ordinal);

    /// <summary>The lines in order.</summary>
    public IEnumerable<TextRow> Rows()
    {
        TableHead? head = null;
        var titles = new Queue<string>();
        var plain = 0;
        var headedLine = -2;
        var number = 0;
        for (var start = 0; start < Length; number++)
        {
            var end = Array.IndexOf(_folded, '\n', start);
            if (end < 0) end = Length;
            var isTable = Array.IndexOf(_folded, '\t', start, end - start) >= 0;
            if (isTable && ReadHead(start, end) is { } found)
            {
                head = headedLine == number - 1 && head is not null ? head.Under(found) : new(found, string.Join('\n', titles));
                (headedLine, plain) = (number, 0);
                titles.Clear();
            }
            else if (isTable)
            {
                plain = 0;
            }
            else if (!IsBlank(start, end))
            {
                // One plain line may be a merged row inside the table; two end it.
                if (++plain >= 2) head = null;
                titles.Enqueue(Words(start, Math.Min(end, start + 60)));
                if (titles.Count > MostTitles) titles.Dequeue();
            }

            yield return new(this, start, end, headedLine == number ? null : head, isTable);
            start = end + 1;
        }
    }

    private bool IsBlank(int start, int end) => _folded.AsSpan(start, end - start).Trim(' ').IsEmpty;

    private string[]? ReadHead(int start, int end)
    {
        if (end - start > 4000 || _folded.AsSpan(start, end - start).Count('\t') >= MostColumns) return null;
        var cells = Words(start, end).Split('\t', StringSplitOptions.TrimEntries);
        return TableHead.IsHead(cells) ? cells : null;
    }
}
