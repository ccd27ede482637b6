using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Importing;

/// <summary>A draft made of a file.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Pictures">Pictures of its text.</param>
/// <param name="Proposals">What the text says of itself.</param>
/// <param name="Lost">What did not come along, a sentence each.</param>
internal sealed record ImportedDraft(DraftContent Content, IReadOnlyList<NewPicture> Pictures, IReadOnlyList<ReadProposal> Proposals, IReadOnlyList<string> Lost);
