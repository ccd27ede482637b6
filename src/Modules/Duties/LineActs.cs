using Gongkai.Duties.Acts;

namespace Gongkai.Duties;

/// <summary>The acts that one page offers for a line.</summary>
internal sealed record LineActs(
    RecordEvidence Record, ConfirmEvidence Confirm, ReturnEvidence Return, WaiveLine Waive, RemindOrgan Remind, HandOverLine HandOver, ChangeLimit ChangeLimit, RecordEvent Happened);
