namespace Gongkai.Plans.Blocks;

/// <summary>
/// What a file says, in reading order: one text, lines divided by <c>\n</c>, and the blocks cut out of it.
/// For a plain text file it is the file's own text, so spans are offsets in the file.
/// </summary>
/// <param name="Name">File name without folder, as given.</param>
/// <param name="Text">The whole text; table cells of one row are divided by <c>|</c> unless the file itself is a text.</param>
/// <param name="Blocks">Blocks in order, not overlapping.</param>
/// <param name="Doubts">What the reading of the file itself left open: clipped parts, lost images, guessed encoding.</param>
public sealed record SourceText(string Name, string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<Doubt> Doubts)
{
    /// <summary>The text of a span.</summary>
    public ReadOnlySpan<char> this[TextSpan span] => Text.AsSpan(span.Start, span.Length);
}
