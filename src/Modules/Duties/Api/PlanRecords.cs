using Gongkai.Duties.Queries;
using Gongkai.Plans;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Api;

/// <summary>A plan as open data: the same as the page shows, in fields. Names are never changed once released.</summary>
internal sealed record PlanRecord(
    int Year, string Title, string Issuer, string? DocumentNumber, DateOnly? PublishedOn, DateOnly AsOf, PlanFigures Figures, IReadOnlyList<TaskRecord> Tasks);

/// <summary>A task as open data.</summary>
internal sealed record TaskRecord
{
    public required int Number { get; init; }
    public string? ItemNumber { get; init; }
    public required string Chapter { get; init; }
    public required string Section { get; init; }
    public required string Text { get; init; }
    public required DutyState State { get; init; }
    public required string StateName { get; init; }

    /// <summary>The day that has passed while an organ is late; null where none is.</summary>
    public DateOnly? LateSince { get; init; }
    public required IReadOnlyList<LimitRecord> Limits { get; init; }
    public required IReadOnlyList<LineRecord> Organs { get; init; }
    public required int EvidenceCount { get; init; }
    public required IReadOnlyList<EvidenceRecord> Evidence { get; init; }
    public required string Page { get; init; }

    public static TaskRecord Of(PublicTask task, IEnumerable<PublicEvidence> evidence, PlanAddress address, IStringLocalizer words) => new()
    {
        Number = task.Number,
        ItemNumber = task.ItemNumber,
        Chapter = task.Chapter,
        Section = task.Section,
        Text = task.Text,
        State = task.State,
        StateName = words[$"state.{task.State}"],
        LateSince = task.LateSince,
        Limits = [.. task.Limits.Select(limit => new LimitRecord(limit.Words.Length > 0 ? limit.Words : words["年度内"].Value, limit.Origin, limit.Governs))],
        Organs = [.. task.Lines.Select(line => new LineRecord(
            line.Organ.Key, line.Organ.Name, line.Role, words[$"role.{line.Role}"], line.Group, line.Share, line.State, words[$"state.{line.State}"],
            line.State is DutyState.Waived or DutyState.Following ? null : line.NextDueOn, line.WaivedReason))],
        EvidenceCount = task.EvidenceCount,
        Evidence = [.. evidence.Select(e => new EvidenceRecord(e.Title, e.On, e.Organ, e.Url, e.FileAddress, e.Note))],
        Page = address.Task(task.Number),
    };
}

/// <summary>A limit as open data.</summary>
internal sealed record LimitRecord(string Words, LimitOrigin Origin, bool Governs);

/// <summary>An organ's line as open data.</summary>
internal sealed record LineRecord(
    string Key, string Name, UnitRole Role, string RoleName, string? Group, string? Share, DutyState State, string StateName, DateOnly? NextDueOn, string? WaivedReason);

/// <summary>A piece of public evidence as open data.</summary>
internal sealed record EvidenceRecord(string Title, DateOnly On, string Organ, string? Url, string? File, string? Note);
