using Gongkai.Content.Blocks;

namespace Gongkai.Content.Comparing;

/// <summary>What became of a passage.</summary>
public enum Difference
{
    Same,
    Changed,
    Added,
    Removed,
}

/// <summary>A part of a text that is compared as one: a paragraph, a heading, a picture, an item of a list or a row of a table.</summary>
/// <param name="Block">Number of its block in the text, from 0.</param>
/// <param name="Part">Number of the item or row within the block, from 0; 0 for blocks that are one passage.</param>
/// <param name="Text">What it says, as in the plain text.</param>
public sealed record Passage(int Block, int Part, string Text);

/// <summary>Words within a passage.</summary>
/// <param name="Kind">Same, added or removed; never changed.</param>
/// <param name="Text">The words; not empty.</param>
public sealed record Piece(Difference Kind, string Text);

/// <summary>Two passages side by side.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The older; null where it was added.</param>
/// <param name="After">The newer; null where it was removed.</param>
/// <param name="Pieces">Words in order: without the added ones they make the older passage, without the removed ones the newer.</param>
/// <param name="IsRestyled">True where the words may be the same but stand differently: level, place on the line, weight, link, picture, extent of cells.</param>
public sealed record PassagePair(Difference Kind, Passage? Before, Passage? After, IReadOnlyList<Piece> Pieces, bool IsRestyled);

/// <summary>
/// Two editions of a text side by side (前后对照). The work is bounded whatever the texts are: where looking for the least difference would
/// take too long, a coarser one is given that is still true.
/// </summary>
/// <param name="Pairs">Passages in order, of both sides.</param>
public sealed record BodyDifference(IReadOnlyList<PassagePair> Pairs)
{
    /// <summary>True where neither words nor how they stand differ.</summary>
    public bool IsSame => Pairs.All(pair => pair is { Kind: Difference.Same, IsRestyled: false });

    /// <summary>Compares two texts.</summary>
    /// <param name="before">The older.</param>
    /// <param name="after">The newer.</param>
    public static BodyDifference Of(Body before, Body after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(new Alignment(Cuttings.Of(before), Cuttings.Of(after)).Pairs());
    }
}
