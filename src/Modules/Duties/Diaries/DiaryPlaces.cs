using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Diaries;

/// <summary>Finds what an entry of a diary is about: the duty, the organ's line, the limit and the occurrence.</summary>
internal sealed class DiaryPlaces(Db db, TimeProvider time, IOrgans organs, DiaryNames names)
{
    /// <summary>The duty of a task, with its limits.</summary>
    public async Task<Duty> Duty(TaskEntry task, CancellationToken stop)
    {
        if (names.Duties.TryGetValue(task, out var known)) return await db.Set<Duty>().AsNoTracking().Include(d => d.Limits).SingleAsync(d => d.Id == known, stop);
        var duties = await db.Set<Duty>().AsNoTracking().Include(d => d.Limits)
            .Where(d => d.Text.StartsWith(task.Starts) && d.DroppedOn == null && db.Set<AdoptedPlan>().Any(p => p.Id == d.PlanId && p.Year == task.Plan))
            .OrderBy(d => d.Number).Take(2).ToListAsync(stop);
        if (duties is not [var duty]) throw new DiaryException(task.Starts, $"{duties.Count} duties begin like this");
        names.Duties.Add(task, duty.Id);
        return duty;
    }

    /// <summary>An organ's line for a duty, with its occurrences.</summary>
    public async Task<Assignment> Line(Duty duty, string key, CancellationToken stop)
    {
        var organ = await Organ(key, stop);
        return await db.Set<Assignment>().AsNoTracking().Include(a => a.Occurrences).Where(a => a.DutyId == duty.Id && a.OrganId == organ).OrderBy(a => a.WaivedOn != null).FirstOrDefaultAsync(stop)
            ?? throw new DiaryException(key, $"has no line for duty {duty.Number}");
    }

    /// <summary>The organ with a key.</summary>
    public async Task<OrganId> Organ(string key, CancellationToken stop)
    {
        if (names.Organs.TryGetValue(key, out var known)) return known;
        return names.Organs[key] = (await organs.ByKey(key, time.LocalDay(), stop))?.Id ?? throw new DiaryException(key, "no such organ");
    }

    /// <summary>The limit that the words name among those that count from an event.</summary>
    public static DutyLimit EventLimit(Duty duty, string words) =>
        duty.Limits.Where(limit => limit.Kind == LimitKind.AfterEvent && limit.Governs).OrderBy(limit => Distance(limit, words)).FirstOrDefault()
        ?? throw new DiaryException(words, $"duty {duty.Number} has no limit that counts from an event");

    /// <summary>
    /// The occurrence that an entry is for. Where the office or the table has put another limit in the place of the quoted one,
    /// that limit's occurrences are looked through; among several the first that is still open.
    /// </summary>
    public static Occurrence Occurrence(Duty duty, Assignment line, DiaryEntry entry)
    {
        var limits = duty.Limits.ToDictionary(limit => limit.Id);
        var fits = line.Occurrences.Where(o => entry.Covers is null ? o.CountedFrom is null : Covers.Is(entry.Covers, o))
            .OrderBy(o => Distance(limits[o.LimitId], entry.Limit ?? "")).ThenBy(o => o.MetOn is not null).ThenBy(o => o.DueOn).ToList();
        return fits.FirstOrDefault() ?? throw new DiaryException($"{duty.Number} {entry.Organ} {entry.Limit}", $"no occurrence {entry.Covers}");
    }

    /// <summary>How far a limit is from quoted words: 0 the same, 1 a part of one another, 2 a limit that took the place of what was written, 3 another one.</summary>
    private static int Distance(DutyLimit limit, string words) => limit switch
    {
        _ when limit.Phrase == words => 0,
        { Origin: LimitOrigin.Narrative } when limit.Phrase.Contains(words, StringComparison.Ordinal) || words.Contains(limit.Phrase, StringComparison.Ordinal) => 1,
        { Origin: not LimitOrigin.Narrative, Governs: true } => 2,
        _ => 3,
    };
}
