using System.Security.Cryptography;
using System.Text;
using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Scans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Handlers;

/// <summary>
/// Puts a notice on the first page of the organs concerned, and tells those of their people who see duties. The notice's id follows from the event's content and time,
/// so that an event delivered twice leaves one notice.
/// </summary>
internal sealed class NotifyOrgans(Db db, Messages messages, IPosts posts, TimeProvider time, IStringLocalizer<Words> texts) :
    IHandle<PlanAdopted>, IHandle<OrganReminded>, IHandle<EvidenceConfirmed>, IHandle<EvidenceReturned>, IHandle<LimitChanged>, IHandle<LineHandedOver>, IHandle<FileQuarantined>
{
    public async Task Handle(PlanAdopted raised, CancellationToken stop)
    {
        var plan = await db.Get<AdoptedPlan>(raised.Plan, stop);
        foreach (var assigned in raised.Assigned)
            await Tell(assigned.Organ, NoticeKind.Assigned, null, $"{plan.Title}：{assigned.Count}", $"{raised.Plan}{raised.Draft}", stop);
        await Save(stop);
    }

    public Task Handle(OrganReminded raised, CancellationToken stop) =>
        TellOne(raised.Organ, NoticeKind.Reminded, raised.Assignment, raised.Words, raised.ToString(), stop);

    public async Task Handle(EvidenceConfirmed raised, CancellationToken stop)
    {
        var evidence = await db.Get<Evidence>(raised.Evidence, stop);
        await TellOne(raised.Organ, NoticeKind.Confirmed, raised.Assignment, evidence.Title, raised.Evidence.ToString(), stop);
    }

    public Task Handle(EvidenceReturned raised, CancellationToken stop) =>
        TellOne(raised.Organ, NoticeKind.Returned, raised.Assignment, raised.Reason, raised.Evidence.ToString(), stop);

    public async Task Handle(LimitChanged raised, CancellationToken stop)
    {
        var lines = await db.Set<Assignment>().AsNoTracking().Where(a => a.DutyId == raised.Duty && a.WaivedOn == null).OrderBy(a => a.Id).Take(1000).ToListAsync(stop);
        foreach (var line in lines.Where(line => line.Answers)) await Tell(line.OrganId, NoticeKind.LimitChanged, line.Id, raised.Reason, $"{raised.Duty}{raised.Limit}", stop);
        await Save(stop);
    }

    public Task Handle(LineHandedOver raised, CancellationToken stop) =>
        TellOne(raised.To, NoticeKind.HandedOver, raised.Assignment, raised.Reason, raised.ToString(), stop);

    /// <summary>One word to each line whose evidence holds the file, however often it holds it.</summary>
    public async Task Handle(FileQuarantined raised, CancellationToken stop)
    {
        var holding = await (
            from e in db.Set<Evidence>().AsNoTracking()
            join a in db.Set<Assignment>() on e.AssignmentId equals a.Id
            where e.FileHash == raised.Hash
            orderby e.Id
            select new { a.OrganId, Line = a.Id, e.FileName }).Take(1000).ToListAsync(stop);
        foreach (var one in holding.DistinctBy(one => one.Line)) await Tell(one.OrganId, NoticeKind.Infected, one.Line, texts["{0}（{1}）已停止下载，请换一份干净的文件。", one.FileName ?? "", raised.Signature], raised.ToString(), stop);
        await Save(stop);
    }

    private async Task TellOne(OrganId organ, NoticeKind kind, AssignmentId? line, string words, string source, CancellationToken stop)
    {
        await Tell(organ, kind, line, words, source, stop);
        await Save(stop);
    }

    private async Task Tell(OrganId organ, NoticeKind kind, AssignmentId? line, string words, string source, CancellationToken stop)
    {
        var id = IdFrom($"{kind}{organ}{line}{source}");
        if (await db.FindAsync<Notice>([id], stop) is not null) return;
        db.Add(new Notice(id, organ, kind, line, words, time.GetUtcNow()));
        var people = await posts.Of([organ], time.LocalDay(), stop);
        await messages.Tell([.. people.Where(MaySee).Select(post => post.Account)], NoticeKinds.KeyOf(kind), $"{texts[$"notice.{kind}"]}：{words}", line is { } about ? $"/console/ledger/{about}" : "/console", stop);
    }

    /// <summary>An administrator who sits in the organ is told nothing of its duties.</summary>
    private static bool MaySee(PostCard post) => post.Role.Permissions.Contains(DutyPermissions.View);

    private async Task Save(CancellationToken stop)
    {
        if (!db.ChangeTracker.HasChanges()) return;
        db.Record(this, new("notice", Guid.Empty));
        await db.SaveChangesAsync(stop);
    }

    private static Guid IdFrom(string source) => new(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));
}
