using Gongkai.Content.Proposals;
using Gongkai.Law.Wording;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;

namespace Gongkai.Publishing.Importing;

/// <summary>Enters proposals into a head.</summary>
internal static class ProposedHead
{
    /// <summary>The head with some proposals entered; of several issuers all are named.</summary>
    public static DocumentHead Enter(DocumentHead head, IEnumerable<Proposal> proposals)
    {
        var issuers = new List<string>();
        foreach (var proposal in proposals)
        {
            if (proposal.Kind == ProposalKind.Issuer) issuers.Add(proposal.Value);
            else head = Enter(head, proposal.Kind, proposal.Value, proposal.Day);
        }
        return issuers.Count > 0 ? head with { Issuer = string.Join(' ', issuers) } : head;
    }

    /// <summary>The head with one thing entered; what has no place in it changes nothing.</summary>
    public static DocumentHead Enter(DocumentHead head, ProposalKind kind, string value, DateOnly? day) => kind switch
    {
        ProposalKind.Title => head with { Title = value },
        ProposalKind.DocumentNumber => head with { Number = value },
        ProposalKind.Issuer => head with { Issuer = value },
        ProposalKind.DocumentKind => head with { Genre = value },
        ProposalKind.WrittenOn => head with { WrittenOn = day },
        ProposalKind.EffectiveOn => head with { EffectiveOn = day },
        ProposalKind.ExpiresOn => head with { ExpiresOn = day },
        ProposalKind.Repeals => With(head, EffectKind.Repeals, value),
        ProposalKind.Amends => With(head, EffectKind.Amends, value),
        _ => head,
    };

    /// <summary>True where a proposal has a place in a head.</summary>
    public static bool HasPlace(ProposalKind kind) => kind is not (ProposalKind.Addressees or ProposalKind.Basis or ProposalKind.Attachment);

    private static DocumentHead With(DocumentHead head, EffectKind kind, string value) =>
        DocumentNumbers.Find(value) is [.., { Form: NumberForm.Document } number] ? head with { Effects = [.. head.Effects.Append(new(kind, number.Normal)).Distinct()] } : head;
}
