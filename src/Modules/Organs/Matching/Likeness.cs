namespace Gongkai.Organs.Matching;

/// <summary>How much two names look alike: the share of neighbouring pairs of characters that they have in common (Dice's coefficient).</summary>
internal sealed class Likeness
{
    /// <summary>Names less alike than this have nothing to do with each other.</summary>
    public const double Least = 0.45;

    /// <summary>What likeness alone is worth: never as much as an abbreviation that fits.</summary>
    public const double Weight = 0.75;

    private readonly uint[] _pairs;

    /// <param name="folded">A name, folded.</param>
    public Likeness(string folded)
    {
        _pairs = new uint[Math.Max(0, folded.Length - 1)];
        for (var at = 0; at < _pairs.Length; at++) _pairs[at] = (uint)folded[at] << 16 | folded[at + 1];
        Array.Sort(_pairs);
    }

    /// <summary>Neighbouring pairs of characters, sorted.</summary>
    public IReadOnlyList<uint> Pairs => _pairs;

    /// <summary>1 for the same pairs, 0 for none in common.</summary>
    public double To(Likeness other)
    {
        var (mine, theirs, common) = (0, 0, 0);
        while (mine < _pairs.Length && theirs < other._pairs.Length)
        {
            var order = _pairs[mine].CompareTo(other._pairs[theirs]);
            if (order == 0) (mine, theirs, common) = (mine + 1, theirs + 1, common + 1);
            else if (order < 0) mine++;
            else theirs++;
        }
        var pairs = _pairs.Length + other._pairs.Length;
        return pairs == 0 ? 0 : 2.0 * common / pairs;
    }
}
