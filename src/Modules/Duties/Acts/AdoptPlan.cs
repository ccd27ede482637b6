using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Law.Calendar;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>
/// Makes duties of a plan whose doubts are all settled (立账). A plan of the same body and year that was adopted before is changed
/// by the difference: what is the same stays with its evidence, what is new is added, what is gone is dropped with a reason.
/// </summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class AdoptPlan(Db db, TimeProvider time, IOrgans organs)
{
    /// <param name="id">The draft.</param>
    /// <param name="seen">Version of the draft that the officer was looking at.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<PlanId>> Run(DraftId id, int seen, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        if (draft.AgainstAdopting(seen).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        if (PlanDraft.IsUnlikely(draft.Year!.Value, time.LocalDay())) return Outcome.Refused("duties.year-unlikely", draft.Year);
        var content = draft.Read();
        var head = new PlanHead(content.Title, content.Issuer, draft.Year!.Value, content.DocumentNumber, content.PublishedOn);
        List<DraftTask> tasks = [.. content.Tasks.Where(task => task.LeftOut is null)];
        if (BeyondCalendar(tasks) is { Count: > 0 } unreachable) return Outcome.Refused(unreachable);
        if (await AnotherPlan(head, tasks, stop) is { } other) return Outcome.Refused("duties.another-plan-stands", other.Title);

        var plan = await PlanFor(head, new(draft.FileHash, draft.FileName, content.Text), stop);
        var assigned = await Apply(plan, tasks, stop);
        draft.Close(time.GetUtcNow());

        db.Record(this, new(Subjects.Plan, plan.Id.Value), plan.Title);
        db.Raise(new PlanAdopted(plan.Id, id.Value, [.. assigned.Select(organ => new AssignedLines(organ.Key, organ.Value))]));
        return await db.Commit(stop) is { IsDone: false } refused ? refused : plan.Id;
    }

    /// <summary>A slip of the pen in a year stops the plan here: a line whose day cannot be counted would break every page that shows it.</summary>
    private static List<Refusal> BeyondCalendar(List<DraftTask> tasks) => [.. tasks.Where(task => task.Limits.Exists(limit => limit.Governs && LimitRules.IsBeyondCalendar(limit.Rule)))
        .Select(task => new Refusal("duties.limits-beyond-calendar") { Values = [task.Number, WorkCalendar.FirstYear, WorkCalendar.LastYear] })];

    /// <summary>
    /// The plan of the same body and year that shares not one task with this one: another plan, whose duties would all be dropped.
    /// Null where there is none, or where this is a new version of it.
    /// </summary>
    private async Task<AdoptedPlan?> AnotherPlan(PlanHead head, List<DraftTask> tasks, CancellationToken stop)
    {
        var standing = await db.Set<AdoptedPlan>().FirstOrDefaultAsync(p => p.Year == head.Year && p.Issuer == head.Issuer, stop);
        if (standing is null) return null;
        var duties = await db.Set<Duty>().Include(d => d.Limits).Where(d => d.PlanId == standing.Id && d.DroppedOn == null).OrderBy(d => d.Number).ToListAsync(stop);
        var shared = PlanDifference.Between(duties, tasks).Any(change => change.Fate is TaskFate.Same or TaskFate.Changed);
        return duties.Count == 0 || shared ? null : standing;
    }

    private async Task<AdoptedPlan> PlanFor(PlanHead head, PlanSource source, CancellationToken stop)
    {
        var plan = await db.Set<AdoptedPlan>().FirstOrDefaultAsync(p => p.Year == head.Year && p.Issuer == head.Issuer, stop);
        if (plan is null) db.Add(plan = new AdoptedPlan(new(NewId.At(time)), head, source, time.LocalDay()));
        else plan.Revise(head, source);
        return plan;
    }

    private async Task<Dictionary<OrganId, int>> Apply(AdoptedPlan plan, IReadOnlyList<DraftTask> tasks, CancellationToken stop)
    {
        var duties = await db.Set<Duty>().Include(d => d.Limits).Where(d => d.PlanId == plan.Id && d.DroppedOn == null).ToListAsync(stop);
        var lines = (await db.Set<Assignment>().Include(a => a.Occurrences).Where(a => a.PlanId == plan.Id).ToListAsync(stop)).ToLookup(line => line.DutyId);
        var members = await Members(tasks, stop);
        var ledgering = new Ledgering(plan, time);
        var assigned = new Dictionary<OrganId, int>();

        foreach (var change in PlanDifference.Between(duties, tasks))
        {
            if (change.Fate == TaskFate.Gone) Drop(change.Duty!, lines[change.Duty!.Id]);
            else foreach (var line in Take(change, ledgering, lines, Bearers.Of(change.Task!.Units, members), plan))
                assigned[line.OrganId] = assigned.GetValueOrDefault(line.OrganId) + 1;
        }
        return assigned;
    }

    /// <summary>Brings one task in, and gives back the lines that are new.</summary>
    private List<Assignment> Take(TaskChange change, Ledgering ledgering, ILookup<DutyId, Assignment> lines, IReadOnlyList<Bearer> bearers, AdoptedPlan plan)
    {
        var duty = change.Duty;
        var from = plan.BindsFrom;
        if (duty is null) db.Add(duty = new Duty(new(NewId.At(time)), plan.Id, Ledgering.Wording(change.Task!), ledgering.Limits(change.Task!)));
        else
        {
            duty.Reword(Ledgering.Wording(change.Task!));
            if (!PlanDifference.SameLimits(duty, change.Task!)) Reschedule(duty, ledgering, change.Task!, lines[duty.Id]);
            from = Later(from, time.LocalDay());
        }

        // What the office waived or handed over stays so: a line is found by the organ that the plan names, not by who bears it now.
        var standing = lines[duty.Id].Where(line => line.WaivedReason is not (Words.NotNamedAnyMore or Words.DroppedFromPlan)).ToList();
        foreach (var line in standing) Keep(line, bearers.FirstOrDefault(bearer => bearer.Organ == line.NamedOrganId), duty, ledgering);
        var added = bearers.Where(bearer => standing.All(line => line.NamedOrganId != bearer.Organ && (line.WaivedOn is not null || line.OrganId != bearer.Organ))).Select(bearer => ledgering.Line(duty, bearer, from)).ToList();
        db.AddRange(added);
        return added;
    }

    /// <summary>Keeps a line whose organ is still named, in its new role; lets the others go.</summary>
    private void Keep(Assignment line, Bearer? bearer, Duty duty, Ledgering ledgering)
    {
        if (line.WaivedOn is not null) return;
        if (bearer is null) line.Waive(time.LocalDay(), Words.NotNamedAnyMore);
        else if (line.Rename(bearer.Role, bearer.Group, bearer.Share) && line is { Answers: true, Occurrences.Count: 0 })
        {
            ledgering.Schedule(line, duty.Limits.Where(limit => limit.Governs), time.LocalDay());
            db.AddRange(line.Occurrences);
        }
    }

    private void Reschedule(Duty duty, Ledgering ledgering, DraftTask task, IEnumerable<Assignment> lines)
    {
        var periodic = duty.Limits.Where(limit => limit.Kind == LimitKind.Periodic).Select(limit => limit.Id).ToHashSet();
        duty.Rewrite(ledgering.Limits(task));
        db.AddRange(duty.Limits.Where(limit => db.Entry(limit).State == EntityState.Detached));
        foreach (var line in lines.Where(line => line.WaivedOn is null))
        {
            db.Entry(line).Property(a => a.LacksCadence).IsModified = true; // its times are others now, even where its counts are the same
            db.RemoveRange(line.ClearUntouched(occurrence => occurrence.CountedFrom is null && !(periodic.Contains(occurrence.LimitId) && occurrence.DueOn < time.LocalDay())));
            ledgering.Schedule(line, duty.Limits.Where(limit => limit.Governs), time.LocalDay());
            db.AddRange(line.Occurrences.Where(occurrence => db.Entry(occurrence).State == EntityState.Detached));
        }
    }

    private void Drop(Duty duty, IEnumerable<Assignment> lines)
    {
        duty.Drop(time.LocalDay());
        foreach (var line in lines.Where(line => line.WaivedOn is null)) line.Waive(time.LocalDay(), Words.DroppedFromPlan);
    }

    private async Task<Dictionary<OrganGroupId, IReadOnlyList<OrganId>>> Members(IReadOnlyList<DraftTask> tasks, CancellationToken stop)
    {
        var members = new Dictionary<OrganGroupId, IReadOnlyList<OrganId>>();
        foreach (var group in tasks.SelectMany(task => task.Units).Select(unit => unit.Group).OfType<Guid>().Distinct())
            members[new(group)] = await organs.Members(new(group), time.LocalDay(), stop);
        return members;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Reasons that the system itself gives; stored as written and shown to everybody.</summary>
    private static class Words
    {
        public const string NotNamedAnyMore = "新版要点不再列该单位";
        public const string DroppedFromPlan = "新版要点已删除该任务";
    }
}
