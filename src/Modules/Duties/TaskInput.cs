using System.ComponentModel.DataAnnotations;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Drafts;
using Gongkai.Duties.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>One task of a draft as the officer types it: units by name, limits ticked, and one more limit where needed.</summary>
internal sealed class TaskInput
{
    /// <summary>Empty rows for units that the plan does not name.</summary>
    private const int EmptyRows = 2;

    public int Number { get; set; }

    public List<UnitRow> Units { get; set; } = [];

    /// <summary>For each limit of the task, in order, whether it governs.</summary>
    public List<bool> Governs { get; set; } = [];

    /// <summary>True when the fields of <see cref="Limit"/> are meant.</summary>
    [Display(Name = "增加一条时限")]
    public bool AddLimit { get; set; }

    public LimitInput Limit { get; set; } = new();

    [Display(Name = "这一段不是任务，理由")]
    public string? LeftOut { get; set; }

    public static TaskInput Of(DraftTask task, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Number = task.Number,
        Units =
        [
            .. task.Units.Select(unit => new UnitRow { Role = unit.Role, Written = unit.Name, Organ = NameOf(unit, names), Share = unit.Share }),
            .. Enumerable.Range(0, EmptyRows).Select(_ => new UnitRow()),
        ],
        Governs = [.. task.Limits.Select(limit => limit.Governs)],
        LeftOut = task.LeftOut,
    };

    /// <summary>What was typed as an edit; refused with the name where a name is nobody's.</summary>
    /// <param name="view">The screen, with the organs and groups to choose from.</param>
    /// <param name="task">The task edited.</param>
    public Outcome<TaskEdit> Read(DraftView view, DraftTask? task)
    {
        if (task is null) return Outcome.Refused("duties.task-unknown");
        var unknown = new List<Refusal>();
        var units = new List<DraftUnit>();
        foreach (var row in Units.Where(row => !string.IsNullOrWhiteSpace(row.Organ)))
            if (Unit(row, view, task) is { } unit) units.Add(unit);
            else unknown.Add(new("duties.unit-unknown") { Values = [row.Organ!.Trim()] });
        if (unknown.Count > 0) return Outcome.Refused(unknown);

        List<DraftLimit> limits = [.. task.Limits.Select((limit, i) => limit with { Governs = i < Governs.Count && Governs[i] })];
        if (AddLimit) limits.Add(new(Limit.Rule, LimitOrigin.Office, Governs: true));
        return new TaskEdit(Number, units, limits, string.IsNullOrWhiteSpace(LeftOut) ? null : LeftOut.Trim());
    }

    /// <summary>The organ or the group with a name; null where it is nobody's.</summary>
    public static (OrganId? Organ, OrganGroupId? Group)? Find(string name, DraftView view)
    {
        var bare = name.Trim();
        if (view.Organs.FirstOrDefault(card => card.Name == bare) is { } organ) return (organ.Id, null);
        return view.Groups.FirstOrDefault(card => card.Name == bare) is { Name: not null } group ? (null, group.Id) : null;
    }

    private static string? NameOf(DraftUnit unit, IReadOnlyDictionary<Guid, string> names) =>
        (unit.Organ ?? unit.Group) is { } known ? names.GetValueOrDefault(known) : unit.ProposedName ?? unit.Name;

    private static DraftUnit? Unit(UnitRow row, DraftView view, DraftTask task)
    {
        var name = row.Organ!.Trim();
        if (Find(name, view) is not { } meant) return null;

        var written = task.Units.Find(unit => unit.Name == row.Written);
        return new(row.Role, row.Written ?? name)
        {
            Organ = meant.Organ?.Value,
            Group = meant.Group?.Value,
            Share = row.Share ?? written?.Share,
            ProposedOrgan = written?.ProposedOrgan,
            ProposedGroup = written?.ProposedGroup,
            ProposedName = written?.ProposedName,
            Score = written?.Score ?? 1,
        };
    }

    /// <summary>One unit of the task.</summary>
    internal sealed class UnitRow
    {
        public UnitRole Role { get; set; } = UnitRole.Responsible;

        /// <summary>The name as the plan writes it; null for one that the officer adds.</summary>
        public string? Written { get; set; }

        /// <summary>Name of the organ or group of ours; empty takes the unit out.</summary>
        public string? Organ { get; set; }

        public string? Share { get; set; }
    }
}
