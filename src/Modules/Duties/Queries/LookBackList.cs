using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>A duty of an earlier plan and what looking back on it found; null while nobody has.</summary>
internal sealed record LookBackItem(DutyId Duty, int Number, string Chapter, string Text, LookBackResult? Result, string? Note, DateOnly? FoundOn, string? FoundBy);

/// <summary>Lists an earlier plan item by item for the look-back (“回头看”): the items in which the reader sees a line.</summary>
internal sealed class LookBackList(Db db, Actor actor)
{
    public async Task<IReadOnlyList<LookBackItem>> Of(PlanId plan, CancellationToken stop)
    {
        var seen = VisibleLines.To(actor, db.Set<Assignment>());
        return await (
            from d in db.Set<Duty>().AsNoTracking()
            join l in db.Set<LookBack>() on d.Id equals l.DutyId into found
            from l in found.DefaultIfEmpty()
            where d.PlanId == plan && d.DroppedOn == null && seen.Any(line => line.DutyId == d.Id)
            orderby d.Number
            select new LookBackItem(
                d.Id, d.Number, d.Chapter, d.Text, l == null ? null : l.Result, l == null ? null : l.Note, l == null ? null : l.FoundOn, l == null ? null : l.FoundBy))
            .Take(Ledger.Most).ToListAsync(stop);
    }
}
