namespace Gongkai;

/// <summary>A stretch of a source text.</summary>
/// <param name="Start">Offset of the first character, in UTF-16 units from 0.</param>
/// <param name="Length">Number of UTF-16 units; 0 marks a place.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset after the last character, exclusive.</summary>
    public int End => Start + Length;

    /// <summary>The span from one offset to another, the second exclusive.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);
}
