using Gongkai.Duties.Acts;

namespace Gongkai.Duties;

/// <summary>The acts that the desk offers for a draft.</summary>
internal sealed record DraftActs(SettleDoubt Settle, MatchUnit Match, EditDraftTask Edit, EditDraftHead Head, DiscardDraft Discard, AdoptPlan Adopt);
