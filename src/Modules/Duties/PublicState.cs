using Gongkai.Duties.Queries;

namespace Gongkai.Duties;

/// <summary>
/// A state as the public asks for it in an address: one of the four that add up to a whole plan (已落实、推进中、超期、已免除),
/// or one of the finer ones inside them.
/// </summary>
/// <param name="Key">Word in the address; never changed once released.</param>
/// <param name="States">States of the ledger that it takes together.</param>
internal sealed record PublicState(string Key, params IReadOnlyList<DutyState> States)
{
    public static readonly PublicState Overdue = new("overdue", DutyState.Overdue);
    public static readonly PublicState Running = new("running", DutyState.DueSoon, DutyState.CadenceMissing, DutyState.Upcoming, DutyState.NotYet, DutyState.AwaitingEvent);
    public static readonly PublicState Met = new("met", DutyState.Met, DutyState.MetLate);
    public static readonly PublicState Waived = new("waived", DutyState.Waived);

    /// <summary>All, in the order of choices: the four first.</summary>
    public static readonly IReadOnlyList<PublicState> All =
    [
        Overdue, Running, Met, Waived,
        new("due-soon", DutyState.DueSoon), new("upcoming", DutyState.Upcoming), new("not-yet", DutyState.NotYet),
        new("awaiting-event", DutyState.AwaitingEvent), new("cadence-missing", DutyState.CadenceMissing), new("met-late", DutyState.MetLate),
    ];

    /// <summary>The state with this word; null where there is none.</summary>
    public static PublicState? Find(string? key) => All.FirstOrDefault(state => state.Key == key);

    public bool Holds(DutyState state) => States.Contains(state);
}

/// <summary>How far a list of tasks or lines has come. The four parts add up to the whole.</summary>
internal sealed record PlanFigures(int Total, int Met, int Running, int Overdue, int Waived)
{
    /// <summary>Of nothing.</summary>
    public static readonly PlanFigures None = new(0, 0, 0, 0, 0);

    /// <summary>Share met of what is still asked for, a whole number from 0 to 100, rounded down so that 100 means all; null where nothing is asked for.</summary>
    public int? Percent => Total == Waived ? null : 100 * Met / (Total - Waived);

    /// <summary>Counts states; lines that only follow others are left out.</summary>
    public static PlanFigures Of(IEnumerable<DutyState> states)
    {
        var counted = states.Where(state => state != DutyState.Following).ToList();
        return new(counted.Count, Count(PublicState.Met), Count(PublicState.Running), Count(PublicState.Overdue), Count(PublicState.Waived));

        int Count(PublicState part) => counted.Count(part.Holds);
    }

    public static PlanFigures Of(IEnumerable<PublicTask> tasks) => Of(tasks.Select(task => task.State));
}

/// <summary>What a visitor narrowed a plan down to; every value stands in the address.</summary>
/// <param name="Chapter">Name of the chapter.</param>
/// <param name="Organ">Address part of an organ that has a line.</param>
/// <param name="State">Word of a <see cref="PublicState"/>.</param>
internal sealed record PublicFilter(string? Chapter, string? Organ, string? State)
{
    public bool IsSet => !string.IsNullOrEmpty(Chapter) || !string.IsNullOrEmpty(Organ) || !string.IsNullOrEmpty(State);

    /// <summary>The same as query values.</summary>
    public IReadOnlyList<(string Name, string? Value)> Query => [("chapter", Chapter), ("organ", Organ), ("state", State)];

    /// <summary>The tasks that are meant; none where a value names nothing.</summary>
    public IEnumerable<PublicTask> Of(IEnumerable<PublicTask> tasks)
    {
        if (!string.IsNullOrEmpty(Chapter)) tasks = tasks.Where(task => task.Chapter == Chapter);
        if (!string.IsNullOrEmpty(Organ)) tasks = tasks.Where(task => task.Lines.Any(line => line.Organ.Key == Organ));
        if (!string.IsNullOrEmpty(State)) tasks = tasks.Where(task => PublicState.Find(State)?.Holds(task.State) == true);
        return tasks;
    }
}
