namespace Gongkai.Content.Comparing;

/// <summary>How alike passages are, by the pairs of neighbouring characters that they share.</summary>
internal sealed class Likeness
{
    /// <summary>From this share on, one passage is an edition of the other.</summary>
    public const double Enough = 0.4;

    /// <summary>Characters looked at: the beginning of a passage tells.</summary>
    private const int Most = 600;

    private readonly int[] _pairs;

    private Likeness(int[] pairs) => _pairs = pairs;

    /// <summary>Takes the measure of a passage.</summary>
    public static Likeness Of(string text)
    {
        var length = Math.Min(text.Length, Most);
        var pairs = new int[Math.Max(1, length - 1)];
        if (length <= 1) pairs[0] = length == 0 ? 0 : text[0];
        for (var i = 0; i + 1 < length; i++) pairs[i] = text[i] << 16 | text[i + 1];
        Array.Sort(pairs);
        return new(pairs);
    }

    /// <summary>Share of what both have in common, from 0 to 1.</summary>
    public double To(Likeness other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < _pairs.Length && j < other._pairs.Length)
        {
            if (_pairs[i] == other._pairs[j]) (i, j, common) = (i + 1, j + 1, common + 1);
            else if (_pairs[i] < other._pairs[j]) i++;
            else j++;
        }
        return 2.0 * common / (_pairs.Length + other._pairs.Length);
    }
}
