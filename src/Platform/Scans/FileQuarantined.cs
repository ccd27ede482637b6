using Gongkai.Platform.Events;

namespace Gongkai.Platform.Scans;

/// <summary>Something was found in a file that had been taken; it is handed out no more.</summary>
/// <param name="Hash">Digest of its content.</param>
/// <param name="Signature">Name of what was found.</param>
/// <param name="At">When.</param>
public sealed record FileQuarantined(string Hash, string Signature, DateTimeOffset At) : IEvent;
