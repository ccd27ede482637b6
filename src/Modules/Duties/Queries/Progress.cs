using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>How far one chapter or one organ has come; the four parts add up to the whole.</summary>
/// <param name="Name">Chapter or organ.</param>
/// <param name="Key">Address part of the organ; null for a chapter.</param>
/// <param name="Total">Lines that are answered for and were not waived.</param>
/// <param name="Met">Those that are met, in time or late.</param>
/// <param name="MetLate">Those of the met that were met late.</param>
/// <param name="Overdue">Those that are late and open.</param>
internal sealed record ProgressRow(string Name, string? Key, int Total, int Met, int MetLate, int Overdue)
{
    /// <summary>Lines that are open and not late.</summary>
    public int Running => Total - Met - Overdue;

    /// <summary>Share met, 0 to 100; null where there is nothing to meet.</summary>
    public int? Percent => Total == 0 ? null : (int)Math.Round(100.0 * Met / Total, MidpointRounding.AwayFromZero);
}

/// <summary>A plan's progress as a whole, by chapter and by organ.</summary>
internal sealed record PlanProgress(ProgressRow Whole, IReadOnlyList<ProgressRow> Chapters, IReadOnlyList<ProgressRow> Organs);

/// <summary>Counts how far a plan has come (进度).</summary>
internal sealed class Progress(Db db, Clock clock, IOrgans organs)
{
    /// <summary>The progress of a plan today. Its cost grows with the plan, not with what the site holds.</summary>
    public async Task<PlanProgress> Of(PlanId plan, CancellationToken stop)
    {
        var states = await clock.States(stop);
        var lines = await (
            from a in db.Set<Assignment>().AsNoTracking()
            join d in db.Set<Duty>() on a.DutyId equals d.Id
            where a.PlanId == plan && d.DroppedOn == null && a.WaivedOn == null && (a.Role == UnitRole.Lead || a.Role == UnitRole.Responsible)
            orderby d.Number
            select new
            {
                d.Chapter,
                a.OrganId,
                Facts = new LineFacts
                {
                    Answers = true,
                    NextDueOn = a.NextDueOn,
                    NextOpensOn = a.NextOpensOn,
                    OpenCount = a.OpenCount,
                    MetCount = a.MetCount,
                    MetLateCount = a.MetLateCount,
                    LacksCadence = a.LacksCadence,
                    AwaitsEvent = a.AwaitsEvent,
                },
            }).Take(Ledger.Most).ToListAsync(stop);

        var names = await organs.Find([.. lines.Select(line => line.OrganId).Distinct()], clock.Today, stop);
        return new(
            Row("", null, lines.Select(line => line.Facts)),
            [.. lines.GroupBy(line => line.Chapter).Select(chapter => Row(chapter.Key, null, chapter.Select(line => line.Facts)))],
            [.. names.Values.Select(organ => Row(organ.Name, organ.Key, lines.Where(line => line.OrganId == organ.Id).Select(line => line.Facts)))
                .OrderBy(row => row.Percent ?? 101).ThenByDescending(row => row.Overdue).ThenBy(row => row.Name, StringComparer.Ordinal)]);

        ProgressRow Row(string name, string? key, IEnumerable<LineFacts> facts)
        {
            var count = facts.Select(states.Of).GroupBy(state => state).ToDictionary(same => same.Key, same => same.Count());
            var late = count.GetValueOrDefault(DutyState.MetLate);
            return new(name, key, count.Values.Sum(), count.GetValueOrDefault(DutyState.Met) + late, late, count.GetValueOrDefault(DutyState.Overdue));
        }
    }
}
