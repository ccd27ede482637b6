using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;

namespace Gongkai.Duties.Diaries;

/// <summary>What the names of one diary turned out to mean; a year names the same few things over and over.</summary>
internal sealed class DiaryNames
{
    public Dictionary<TaskEntry, DutyId> Duties { get; } = [];

    public Dictionary<string, OrganId> Organs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, EvidenceId> Evidence { get; } = new(StringComparer.Ordinal);

    /// <summary>Aspects of a quota by the task that names them, in the order in which the diary first names them.</summary>
    public Dictionary<TaskEntry, List<string>> Aspects { get; } = [];
}
