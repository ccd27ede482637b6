namespace Gongkai.Organs.Matching;

/// <summary>Whether one name shortens another, and how much of it is kept.</summary>
/// <param name="Whole">True when the names end alike too; false when only what stands before the kind of office (局, 委 …) was compared.</param>
/// <param name="Kept">Length of the shorter over that of the longer: more than 0, less than 1; 0 where neither shortens the other.</param>
internal readonly record struct Shortening(bool Whole, double Kept)
{
    /// <summary>A shorter share than this could mean almost anything.</summary>
    private const double LeastKept = 0.25;

    /// <summary>Compares two names, either of which may be the shorter.</summary>
    public static Shortening Between(NameForm one, NameForm other)
    {
        if (one.Core[0] != other.Core[0]) return default;
        if (one.Core[^1] == other.Core[^1] && ShareKept(one.Core, other.Core, 3) is var whole and > 0) return new(true, whole);
        if (one.Stem is null && other.Stem is null) return default;
        return new(false, ShareKept(one.Stem ?? one.Core, other.Stem ?? other.Core, NameForm.LeastTelling(one.Core)));
    }

    private static double ShareKept(string one, string other, int least)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length < least || shorter.Length == longer.Length || shorter[0] != longer[0]) return 0;
        var kept = (double)shorter.Length / longer.Length;
        return kept >= LeastKept && IsSubsequence(shorter, longer) ? kept : 0;
    }

    private static bool IsSubsequence(string shorter, string longer)
    {
        var at = 0;
        foreach (var letter in longer)
            if (at < shorter.Length && shorter[at] == letter) at++;
        return at == shorter.Length;
    }
}
