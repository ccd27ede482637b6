using System.Security.Cryptography;
using System.Text;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Release;

/// <summary>
/// What must not be known to everybody, line by line (负面清单). Whoever reviews for secrecy goes through it: a line that applies speaks against letting
/// the text pass, and letting it pass says that each line was looked at.
/// </summary>
/// <param name="Lines">The lines; none where the site keeps no list.</param>
internal sealed record NegativeList(IReadOnlyList<string> Lines)
{
    /// <summary>Stands for exactly these lines, so that a review says which list it went through.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines))).AsSpan(0, 4));

    /// <summary>Every reason against this judgement for secrecy.</summary>
    public IEnumerable<Refusal> Against(Judgement judgement)
    {
        if (!judgement.Passed || Lines.Count == 0) yield break;
        if (judgement.ListSeen.Length > 0 && judgement.ListSeen != Mark) yield return new("publishing.list-changed", "711/17.2");
        else if (judgement.Applying.Count > 0) yield return new("publishing.negative-applies", "711/17.2") { Values = [string.Join('；', judgement.Applying)] };
        else if (judgement.ListSeen.Length == 0) yield return new("publishing.list-not-compared", "711/17.2");
    }

    /// <summary>The judgement with what is kept of the list: its mark, and those of the ticked lines that are on it.</summary>
    public Judgement Held(Judgement judgement) => judgement with
    {
        Applying = [.. judgement.Applying.Where(Lines.Contains)],
        ListSeen = judgement.ListSeen == Mark && Lines.Count > 0 ? Mark : "",
    };
}
