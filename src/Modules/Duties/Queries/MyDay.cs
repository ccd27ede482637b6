using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>Evidence that waits for somebody's eye.</summary>
internal sealed record WaitingEvidence(EvidenceId Id, AssignmentId Line, string Title, string Organ, string HandedInName, DateOnly HandedInOn, string DutyText);

/// <summary>A notice as shown.</summary>
internal sealed record NoticeCard(Guid Id, NoticeKind Kind, AssignmentId? Line, string Words, DateTimeOffset At, string Organ);

/// <summary>What somebody must do now (我的今天).</summary>
internal sealed record Day(int Overdue, int DueSoon, int CadenceMissing, int WaitingTotal, IReadOnlyList<LedgerLine> Urgent, IReadOnlyList<WaitingEvidence> Waiting, IReadOnlyList<NoticeCard> Notices);

/// <summary>Gathers a person's first page: what is late, what is due soon, what waits for the person's eye, what was said to the organ.</summary>
internal sealed class MyDay(Db db, Clock clock, Ledger ledger, IOrgans organs)
{
    private const int Shown = 12;

    public async Task<Day> Of(PlanId? plan, CancellationToken stop)
    {
        var filter = new LedgerFilter { Plan = plan, ByDueDay = true };
        var counts = await ledger.Counts(filter, stop);
        var late = (await ledger.Page(filter with { State = DutyState.Overdue }, 0, Shown, stop)).Lines;
        var soon = late.Count < Shown ? (await ledger.Page(filter with { State = DutyState.DueSoon }, 0, Shown - late.Count, stop)).Lines : [];
        var (waiting, waitingTotal) = await Waiting(stop);
        return new(
            counts.GetValueOrDefault(DutyState.Overdue), counts.GetValueOrDefault(DutyState.DueSoon), counts.GetValueOrDefault(DutyState.CadenceMissing),
            waitingTotal, [.. late, .. soon], waiting, await Notices(stop));
    }

    /// <summary>Evidence that this person may judge: of organs within the right, and not handed in by the person.</summary>
    private async Task<(IReadOnlyList<WaitingEvidence>, int)> Waiting(CancellationToken stop)
    {
        var actor = db.Actor;
        if (!actor.May(DutyPermissions.ConfirmEvidence)) return ([], 0);

        var own = actor.ScopesOf(DutyPermissions.ConfirmEvidence).Select(OrganId.From).ToList();
        var all = actor.MayEverywhere(DutyPermissions.ConfirmEvidence);
        var account = actor.AccountId;
        var query =
            from e in db.Set<Evidence>().AsNoTracking()
            join a in db.Set<Assignment>() on e.AssignmentId equals a.Id
            join d in db.Set<Duty>() on a.DutyId equals d.Id
            where e.State == EvidenceState.Waiting && (all || own.Contains(a.OrganId)) && (e.HandedInBy == null || e.HandedInBy != account)
            orderby e.HandedInOn
            select new { e.Id, Line = a.Id, e.Title, a.OrganId, e.HandedInName, e.HandedInOn, d.Text };
        var rows = await query.Take(Shown).ToListAsync(stop);
        var names = await organs.Find([.. rows.Select(row => row.OrganId).Distinct()], clock.Today, stop);
        return ([.. rows.Select(row => new WaitingEvidence(row.Id, row.Line, row.Title, names.GetValueOrDefault(row.OrganId)?.Name ?? "", row.HandedInName, row.HandedInOn, row.Text))],
            await query.CountAsync(stop));
    }

    private async Task<IReadOnlyList<NoticeCard>> Notices(CancellationToken stop)
    {
        var own = db.Actor.Scopes.Select(OrganId.From).ToList();
        var notices = await db.Set<Notice>().AsNoTracking().Where(n => own.Contains(n.OrganId) && n.SeenAt == null).OrderByDescending(n => n.At).Take(Shown).ToListAsync(stop);
        var names = await organs.Find([.. notices.Select(notice => notice.OrganId).Distinct()], clock.Today, stop);
        return [.. notices.Select(notice => new NoticeCard(notice.Id, notice.Kind, notice.AssignmentId, notice.Words, notice.At, names.GetValueOrDefault(notice.OrganId)?.Name ?? ""))];
    }
}
