using Gongkai.Content.Proposals;

namespace Gongkai.Publishing.Documents;

/// <summary>What an imported text says of itself, kept beside the draft until it is handed in, for the editor to confirm.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">What would be entered.</param>
/// <param name="Day">The day, where it is about one.</param>
/// <param name="Words">The words of the text in which it stands.</param>
/// <param name="IsSure">True where it was entered at once.</param>
internal sealed record ReadProposal(ProposalKind Kind, string Value, DateOnly? Day, string Words, bool IsSure);
