using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>What the officer makes of one task of a draft.</summary>
/// <param name="Number">Running number of the task.</param>
/// <param name="Units">Units with the organ or group that each one is.</param>
/// <param name="Limits">Limits, each with whether it governs.</param>
/// <param name="LeftOut">Why the passage is no task; null where it is one.</param>
internal sealed record TaskEdit(int Number, IReadOnlyList<DraftUnit> Units, IReadOnlyList<DraftLimit> Limits, string? LeftOut);

/// <summary>Puts right the units and limits of one task, or leaves a passage out that is no task.</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class EditDraftTask(Db db, TimeProvider time, IOrgans organs)
{
    public async Task<Outcome> Run(DraftId id, TaskEdit edit, int seen, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        var content = draft.Read();
        var against = draft.AgainstChanging(seen).Concat(await AgainstUnits(edit.Units, stop)).ToList();
        foreach (var limit in edit.Limits.Where(limit => limit.Origin == LimitOrigin.Office)) against.AddRange(LimitRules.Against(limit.Rule, DateOnly.MinValue));
        if (edit.LeftOut is not null) against.AddRange(Reasons.Against(edit.LeftOut));
        if (content.Tasks.Find(t => t.Number == edit.Number) is not { } task) return Outcome.Refused("duties.task-unknown");
        if (against.Count > 0) return Outcome.Refused(against);

        (task.Units, task.Limits, task.LeftOut) = ([.. edit.Units], [.. edit.Limits], edit.LeftOut);
        draft.Write(content);
        db.Record(this, new(Subjects.Draft, id.Value), $"{edit.Number}");
        return await db.Commit(stop);
    }

    private async Task<IEnumerable<Refusal>> AgainstUnits(IReadOnlyList<DraftUnit> units, CancellationToken stop)
    {
        var chosen = units.Select(unit => unit.Organ).OfType<Guid>().Select(OrganId.From).Distinct().ToList();
        var known = await organs.Find(chosen, time.LocalDay(), stop);
        return known.Count < chosen.Count ? [new("duties.organ-unknown")] : [];
    }
}
