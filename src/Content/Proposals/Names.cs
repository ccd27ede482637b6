using System.Buffers;
using Gongkai.Plans.Grammar;

namespace Gongkai.Content.Proposals;

/// <summary>Tells names of organs from other words.</summary>
internal static class Names
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("。,;:、《》“”!?");

    private static readonly string[] Seals = ["(盖章)", "(章)", "(印章)", "(印)"];

    /// <summary>Words with which those end that no list of units holds, but that sign documents.</summary>
    private static readonly string[] Signing = ["人民政府", "委员会", "指挥部", "领导小组", "人民代表大会", "常务委员会"];

    /// <summary>True for the name of one organ.</summary>
    public static bool IsOne(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > UnitNames.Longest || name.IndexOfAny(Marks) >= 0 || name.Contains("关于", StringComparison.Ordinal) || name[0] is '各' or '本') return false;
        foreach (var ending in Signing) if (name.EndsWith(ending)) return true;
        return UnitNames.EndsLikeName(name);
    }

    /// <summary>Length of a name without the words for its seal.</summary>
    public static int Unsealed(ReadOnlySpan<char> name)
    {
        foreach (var seal in Seals) if (name.EndsWith(seal)) return name.Length - seal.Length;
        return name.Length;
    }

    /// <summary>The names of a stretch that holds nothing but names, divided by blanks; none where something else stands in it.</summary>
    public static List<(int Start, int End)> All(ReadText text, int start, int end)
    {
        end = start + Unsealed(text.Text.AsSpan(start, end - start));
        var pieces = text.Pieces(start, end).Select(piece => (piece.Start, End: piece.Start + Unsealed(text.Text.AsSpan(piece.Start, piece.End - piece.Start)))).ToList();
        if (pieces.Count > 0 && pieces.TrueForAll(piece => IsOne(text.Text.AsSpan(piece.Start, piece.End - piece.Start)))) return pieces;
        // 云 泽 市 人 民 政 府 is one name with blanks for looks.
        return IsOne(text.Text.AsSpan(start, end - start)) ? [(start, end)] : [];
    }
}
