using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Data;

namespace Gongkai.Duties.Drafts;

/// <summary>Names a plan on the officer's desk.</summary>
internal readonly record struct DraftId(Guid Value) : IId<DraftId>
{
    /// <inheritdoc/>
    public static DraftId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A plan that was read and waits for the officer's eye; nothing of it is a duty yet.</summary>
internal sealed class PlanDraft : IVersioned
{
    /// <summary>Years between a plan and the day on which it is read; old ones are read to look back.</summary>
    private const int FarthestYear = 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    private PlanDraft() { }

    public PlanDraft(DraftId id, int? year, string fileHash, string fileName, DraftContent content, DateTimeOffset now)
    {
        (Id, Year, FileHash, FileName, ReadAt) = (id, year, fileHash, fileName, now);
        Write(content);
    }

    public DraftId Id { get; private init; }

    /// <summary>Plan year; null until the officer says it where the document does not.</summary>
    public int? Year { get; private set; }

    public string Title { get; private set; } = "";

    public string FileHash { get; private init; } = "";

    public string FileName { get; private init; } = "";

    public DateTimeOffset ReadAt { get; private init; }

    /// <summary>What stands in the way of adopting; kept beside the content so that lists need not read it.</summary>
    public int OpenMatters { get; private set; }

    public int TaskCount { get; private set; }

    /// <summary>Set when it was adopted or discarded; a closed draft is kept as the record of what was decided.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string Content { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Every reason against changing it.</summary>
    /// <param name="seen">Version that the officer was looking at.</param>
    public IEnumerable<Refusal> AgainstChanging(int seen)
    {
        if (ClosedAt is not null) yield return new("duties.draft-closed");
        if (seen != Version) yield return new("platform.changed-meanwhile");
    }

    /// <summary>Every reason against adopting it.</summary>
    public IEnumerable<Refusal> AgainstAdopting(int seen)
    {
        foreach (var reason in AgainstChanging(seen)) yield return reason;
        if (OpenMatters > 0) yield return new("duties.open-matters") { Values = [OpenMatters] };
        if (Year is null) yield return new("duties.year-missing");
        if (TaskCount == 0) yield return new("duties.no-tasks");
    }

    /// <summary>True for a year that a plan read today can hardly be for: a slip of the pen, whose days no calendar may reach.</summary>
    public static bool IsUnlikely(int year, DateOnly today) => Math.Abs(year - today.Year) > FarthestYear;

    public DraftContent Read() => JsonSerializer.Deserialize<DraftContent>(Content, Json)!;

    public void Write(DraftContent content)
    {
        Content = JsonSerializer.Serialize(content, Json);
        (Title, OpenMatters, TaskCount) = (content.Title, content.OpenMatters, content.Tasks.Count(task => task.LeftOut is null));
    }

    public void SetYear(int year) => Year = year;

    public void Close(DateTimeOffset now) => ClosedAt = now;
}
