using System.Text.Json;

namespace Gongkai.Duties.Contracts;

/// <summary>
/// What an office did with its plans over a time, as a JSON file holds it (工作日志): plans adopted with every decision, and then entry by entry.
/// demo/activity.json is one.
/// </summary>
/// <param name="AsOf">The day up to which it was kept.</param>
/// <param name="Adoptions">Plans adopted, in order of days.</param>
/// <param name="Entries">What was done, in order of days.</param>
public sealed record DiaryFile(DateOnly AsOf, IReadOnlyList<AdoptionEntry> Adoptions, IReadOnlyList<DiaryEntry> Entries)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is not in this form; the message names line and field.</exception>
    public static DiaryFile Read(string json) => JsonSerializer.Deserialize<DiaryFile>(json, Form)!;
}

/// <summary>A plan adopted, and how each thing that it left open was settled.</summary>
/// <param name="Plan">Plan year.</param>
/// <param name="File">The plan document.</param>
/// <param name="On">Day of the adoption.</param>
/// <param name="By">Login of the officer.</param>
public sealed record AdoptionEntry(int Plan, string File, DateOnly On, string By)
{
    /// <summary>The breakdown table (任务分解表), where it is a file of its own.</summary>
    public string? Table { get; init; }

    /// <summary>What the document does not say at its head.</summary>
    public HeadEntry? Head { get; init; }

    /// <summary>Units as written and the organs they mean; every other unit is taken as the matcher proposes it.</summary>
    public IReadOnlyList<UnitEntry> Units { get; init; } = [];

    /// <summary>Tasks without units and the groups that bear them.</summary>
    public IReadOnlyList<AssignEntry> Assign { get; init; } = [];

    /// <summary>Limits that the reader did not see, and limits that bind one group alone.</summary>
    public IReadOnlyList<LimitEntry> Limits { get; init; } = [];

    /// <summary>Seasons and their days.</summary>
    public IReadOnlyList<SeasonEntry> Seasons { get; init; } = [];

    /// <summary>Doubts waved through, each with its reason.</summary>
    public IReadOnlyList<WaveEntry> Waved { get; init; } = [];

    /// <summary>Passages that the reader took for tasks and that are none.</summary>
    public IReadOnlyList<LeaveOutEntry> LeftOut { get; init; } = [];

    /// <summary>Reason for waving through any doubt that nothing above settles.</summary>
    public string Otherwise { get; init; } = "";
}

/// <summary>The head of a plan, where the document does not say it itself.</summary>
public sealed record HeadEntry(string Title, string Issuer, string? DocumentNumber, DateOnly? PublishedOn);

/// <summary>What a written unit means.</summary>
public sealed record UnitEntry(string Written, IReadOnlyList<string> Organs, string? Reason = null);

/// <summary>Groups that bear a task.</summary>
public sealed record AssignEntry(TaskEntry Task, IReadOnlyList<string> Groups, string? Reason = null);

/// <summary>What the officer makes of a limit.</summary>
/// <param name="Task">The task.</param>
/// <param name="Phrase">The limit in the plan's words.</param>
/// <param name="Event">The event that it counts from without a number of days, where the task has no limit as read.</param>
/// <param name="Group">The collective name whose members alone it binds.</param>
public sealed record LimitEntry(TaskEntry Task, string Phrase, string? Event = null, string? Group = null);

/// <summary>The days of a season, in one or several ranges of first and last day, both inclusive.</summary>
public sealed record SeasonEntry(TaskEntry Task, string Season, IReadOnlyList<IReadOnlyList<DateOnly>> Ranges);

/// <summary>A doubt waved through. <paramref name="About"/> is the doubt's code.</summary>
public sealed record WaveEntry(string About, string Reason, TaskEntry? Task = null);

/// <summary>A passage that is no task.</summary>
public sealed record LeaveOutEntry(string Starts, string Reason);

/// <summary>A task, named so that no running number need be trusted.</summary>
/// <param name="Plan">Plan year.</param>
/// <param name="Item">Chapter, section and item number, for whoever reads the file.</param>
/// <param name="N">Running number in the plan, for whoever reads the file.</param>
/// <param name="Starts">First characters of the text, unique in the plan.</param>
public sealed record TaskEntry(int Plan, string Item, int N, string Starts);

/// <summary>One thing done. Which fields it has depends on <see cref="Act"/>; demo/README.md lists them.</summary>
/// <param name="On">Local day.</param>
/// <param name="Time">Local time.</param>
/// <param name="By">Login of the person.</param>
/// <param name="Act">What was done, such as <c>record-evidence</c>.</param>
public sealed record DiaryEntry(DateOnly On, TimeOnly Time, string By, string Act)
{
    public TaskEntry? Task { get; init; }

    /// <summary>Key of the organ whose line it is.</summary>
    public string? Organ { get; init; }

    /// <summary>The limit in the plan's words.</summary>
    public string? Limit { get; init; }

    /// <summary>The occurrence: a period, or the day of an event.</summary>
    public string? Covers { get; init; }

    /// <summary>Name of a piece of evidence in this file.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? File { get; init; }

    public string? Note { get; init; }

    public int? Count { get; init; }

    public string? Aspect { get; init; }

    /// <summary>True where the openness office entered it for a unit without an account.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>Names of the evidence confirmed or returned.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public string? Reason { get; init; }

    public DateOnly? EventOn { get; init; }

    /// <summary>Local time of the event, where the limit counts hours.</summary>
    public DateTime? EventAt { get; init; }

    public string? Event { get; init; }

    /// <summary>Rhythm set for a 定期 duty, such as <c>quarterly</c>.</summary>
    public string? Cadence { get; init; }

    public DateOnly? NewDate { get; init; }

    /// <summary>Key of the organ that takes a line over.</summary>
    public string? ToOrgan { get; init; }

    /// <summary>Finding of a look-back: <c>done</c>, <c>partly</c> or <c>not</c>.</summary>
    public string? Result { get; init; }
}
