using Gongkai.Duties.Acts;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;

namespace Gongkai.Duties.Diaries;

/// <summary>Adopts a plan as a diary says: reads it, decides every unit, season and passage, settles each doubt, makes duties.</summary>
internal sealed class DiaryAdoption(
    Db db, TimeProvider time, IOrgans organs, ReadPlan read, EditDraftHead editHead, EditDraftTask editTask, SettleDoubt settle, AdoptPlan adopt)
{
    public async Task Run(AdoptionEntry entry, Func<string, Stream> open, CancellationToken stop)
    {
        await using var file = open(entry.File);
        await using var table = entry.Table is null ? null : open(entry.Table);
        var id = Made(entry, await read.Run(entry.File, file, entry.Plan, table is null ? null : (entry.Table!, table), stop));
        var draft = await db.Get<PlanDraft>(id, stop);

        if (entry.Head is { } head)
            Done(entry, await editHead.Run(id, new(head.Title, head.Issuer, entry.Plan, head.DocumentNumber, head.PublishedOn), draft.Version, stop));
        var edited = new HashSet<int>();
        foreach (var task in draft.Read().Tasks)
        {
            if (await Decide(entry, task, stop) is not { } edit) continue;
            Done(entry, await editTask.Run(id, edit, draft.Version, stop));
            edited.Add(task.Number);
        }
        foreach (var doubt in draft.Read().Doubts.Where(doubt => doubt.Settled is null))
        {
            var reason = ReasonFor(entry, doubt, draft.Read().Tasks.Find(task => task.Number == doubt.Task));
            var putRight = reason is null && doubt.Task is { } task && edited.Contains(task);
            Done(entry, await settle.Run(id, doubt.Number, waved: !putRight, reason ?? entry.Otherwise, draft.Version, stop));
        }
        Made(entry, await adopt.Run(id, draft.Version, stop));
    }

    /// <summary>What the officer makes of a task; null where it stands as read.</summary>
    private async Task<TaskEdit?> Decide(AdoptionEntry entry, DraftTask task, CancellationToken stop)
    {
        if (entry.LeftOut.FirstOrDefault(passage => task.Text.StartsWith(passage.Starts, StringComparison.Ordinal)) is { } passage)
            return new(task.Number, task.Units, task.Limits, passage.Reason);

        var units = await Units(entry, task, stop);
        var limits = Limits(entry, task);
        return units.SequenceEqual(task.Units) && limits.SequenceEqual(task.Limits) ? null : new(task.Number, units, limits, null);
    }

    private async Task<List<DraftUnit>> Units(AdoptionEntry entry, DraftTask task, CancellationToken stop)
    {
        var units = new List<DraftUnit>();
        foreach (var unit in task.Units)
        {
            if (entry.Units.FirstOrDefault(known => known.Written == unit.Name) is not { } known) units.Add(unit.IsKnown ? unit : Proposed(entry, unit));
            else foreach (var key in known.Organs) units.Add(unit with { Organ = (await Organ(key, stop)).Value });
        }
        foreach (var group in entry.Assign.Where(assign => Is(assign.Task, task)).SelectMany(assign => assign.Groups))
            units.Add(new(UnitRole.Responsible, group) { Group = await Group(group, stop) });
        return units;
    }

    private static DraftUnit Proposed(AdoptionEntry entry, DraftUnit unit) => unit switch
    {
        { ProposedOrgan: { } organ } => unit with { Organ = organ },
        { ProposedGroup: { } group } => unit with { Group = group },
        _ => throw new DiaryException(entry.File, $"nothing is proposed for {unit.Name}"),
    };

    /// <summary>The limits with the days of their season; a season in two parts makes two limits.</summary>
    private static List<DraftLimit> Limits(AdoptionEntry entry, DraftTask task)
    {
        var own = entry.Limits.Where(limit => Is(limit.Task, task)).ToList();
        if (own.Count > 0)
        {
            return task.Limits.Count == 0
                ? [.. own.Select(limit => new DraftLimit(new(LimitKind.AfterEvent, limit.Phrase) { Event = limit.Event }, LimitOrigin.Office, Governs: true))]
                : [.. task.Limits.Select(limit => limit with { Group = own.Find(known => limit.Rule.Phrase.Contains(known.Phrase, StringComparison.Ordinal))?.Group })];
        }
        if (entry.Seasons.FirstOrDefault(season => Is(season.Task, task)) is not { } season) return task.Limits;
        return [.. task.Limits.SelectMany(limit => limit is { Governs: true, Rule: { Kind: LimitKind.Periodic } rule }
            ? season.Ranges.Select(range => limit with { Rule = rule with { Season = season.Season, SeasonFirst = range[0], SeasonLast = range[1] } })
            : [limit])];
    }

    private static string? ReasonFor(AdoptionEntry entry, DraftDoubt doubt, DraftTask? task) =>
        entry.Waved.FirstOrDefault(wave => wave.About == doubt.Code && (wave.Task is null || (task is not null && Is(wave.Task, task))))?.Reason;

    private static bool Is(TaskEntry named, DraftTask task) => task.Text.StartsWith(named.Starts, StringComparison.Ordinal);

    private async Task<OrganId> Organ(string key, CancellationToken stop) =>
        (await organs.ByKey(key, time.LocalDay(), stop))?.Id ?? throw new DiaryException(key, "no such organ");

    private async Task<Guid> Group(string name, CancellationToken stop) =>
        (await organs.Match([name], time.LocalDay(), stop))[0] is { Score: 1, Group: { } group } ? group.Value : throw new DiaryException(name, "no such group");

    private static void Done(AdoptionEntry entry, Outcome outcome)
    {
        if (!outcome.IsDone) throw new DiaryException(entry.File, string.Join("; ", outcome.Refusals.Select(reason => reason.Code)));
    }

    private static T Made<T>(AdoptionEntry entry, Outcome<T> outcome) =>
        outcome.IsDone ? outcome.Made : throw new DiaryException(entry.File, string.Join("; ", outcome.Refusals.Select(reason => $"{reason.Code} {string.Join(' ', reason.Values)}")));
}
