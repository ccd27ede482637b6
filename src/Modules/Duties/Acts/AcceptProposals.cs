using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>
/// Takes what the matcher proposes for the unknown units of a task, or of all tasks, and teaches the register the names,
/// so that the next plan needs no eye on them.
/// </summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class AcceptProposals(Db db, IOrganNames names)
{
    /// <param name="id">The draft.</param>
    /// <param name="number">The task; null for all.</param>
    /// <param name="seen">Version of the draft that the officer was looking at.</param>
    /// <param name="stop">Stops before anything of the draft is stored.</param>
    public async Task<Outcome> Run(DraftId id, int? number, int seen, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        if (draft.AgainstChanging(seen).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        var content = draft.Read();
        var taken = new List<DraftUnit>();
        foreach (var task in content.Tasks.Where(task => number is null || task.Number == number)) task.Units = [.. task.Units.Select(unit => Take(unit, taken))];
        draft.Write(content);
        db.Record(this, new(Subjects.Draft, id.Value), string.Join("、", taken.Select(unit => $"{unit.Name} → {unit.ProposedName}").Distinct()));
        var outcome = await db.Commit(stop);
        if (outcome.IsDone) await Learn(taken, stop);
        return outcome;
    }

    private static DraftUnit Take(DraftUnit unit, List<DraftUnit> taken)
    {
        if (unit.IsKnown || (unit.ProposedOrgan is null && unit.ProposedGroup is null)) return unit;
        taken.Add(unit);
        return unit with { Organ = unit.ProposedOrgan, Group = unit.ProposedOrgan is null ? unit.ProposedGroup : null };
    }

    /// <summary>A name that cannot be learnt is taken in this plan all the same; it will be asked about again.</summary>
    private async Task Learn(List<DraftUnit> taken, CancellationToken stop)
    {
        foreach (var unit in taken.DistinctBy(unit => unit.Name))
        {
            if (unit.ProposedOrgan is { } organ) await names.Learn(unit.Name, new OrganId(organ), stop);
            else if (unit.ProposedGroup is { } group) await names.Learn(unit.Name, new OrganGroupId(group), stop);
        }
    }
}
