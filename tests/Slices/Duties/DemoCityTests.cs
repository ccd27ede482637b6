using Gongkai.Duties;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Queries;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Messages;
using Gongkai.Testing;
using Gongkai.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Gongkai.Slices.Duties;

/// <summary>The invented city, loaded as the demo does: its files agree with the reader and with the rules, and every count with every other.</summary>
public sealed class DemoCityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Loads_and_has_something_to_show_for_every_state(Site site)
    {
        var plan = await Load(site);

        var counts = await site.AsSystem().Run((Ledger ledger) => ledger.Counts(new() { Plan = plan }, Stop));

        Assert.Equal(
            Enum.GetValues<DutyState>().Except([DutyState.NotYet]).ToHashSet(), // in November everything of the year has begun
            counts.Keys.ToHashSet());
        Assert.Equal(67, await site.AsSystem().Run((Db db) => db.Set<Duty>().CountAsync(duty => duty.PlanId == plan, Stop)));
        Assert.True(counts[DutyState.Met] > counts[DutyState.Overdue]);
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<Delivery>().CountAsync(delivery => delivery.Problem != null, Stop)));
        await CountsAgree(site, plan, counts);
        await EveryLineStandsAsItsOccurrencesSay(site);
        await NothingIsDatedToday(site);
        await WhoWorkedHasReadTheInbox(site);
    }

    /// <summary>What is unread came after the person last did something, and people who do not see duties have no messages at all.</summary>
    private static async Task WhoWorkedHasReadTheInbox(Site site)
    {
        var unread = await site.AsSystem().Run((Db db) => db.Set<Message>().Where(message => message.ReadAt == null).GroupBy(message => message.AccountId)
            .Select(own => new { Account = own.Key, First = own.Min(message => message.At), Count = own.Count() }).ToListAsync(Stop));
        Assert.NotEmpty(unread);
        var worked = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().Where(entry => entry.Act == "duties.ConfirmEvidence").GroupBy(entry => entry.AccountId).Select(own => new { Account = own.Key, Last = own.Max(entry => entry.At) }).ToListAsync(Stop));
        Assert.All(unread, own => Assert.DoesNotContain(worked, person => person.Account == own.Account && person.Last > own.First));
        var administrator = await site.AsSystem().Run((Db db) => db.Set<Account>().Where(account => account.UserName == "mu.shiyi").Select(account => account.Id).SingleAsync(Stop));
        Assert.DoesNotContain(unread, own => own.Account == administrator);
    }

    /// <summary>Ledger, progress, first page and what the public sees are four ways of counting the same lines.</summary>
    private static async Task CountsAgree(Site site, PlanId plan, IReadOnlyDictionary<DutyState, int> counts)
    {
        foreach (var (state, count) in counts)
            Assert.Equal(count, (await site.AsSystem().Run((Ledger ledger) => ledger.Page(new() { Plan = plan, State = state }, 0, 1, Stop))).Total);

        var progress = await site.AsSystem().Run((Progress query) => query.Of(plan, Stop));
        var answered = counts.Where(count => count.Key is not (DutyState.Waived or DutyState.Following)).Sum(count => count.Value);
        foreach (var rows in new[] { [progress.Whole], progress.Chapters, progress.Organs })
        {
            Assert.Equal(answered, rows.Sum(row => row.Total));
            Assert.Equal(counts[DutyState.Overdue], rows.Sum(row => row.Overdue));
            Assert.Equal(counts[DutyState.Met] + counts[DutyState.MetLate], rows.Sum(row => row.Met));
        }

        var day = await site.AsSystem().Run((MyDay query) => query.Of(plan, Stop));
        Assert.Equal((counts[DutyState.Overdue], counts[DutyState.DueSoon], counts[DutyState.CadenceMissing]), (day.Overdue, day.DueSoon, day.CadenceMissing));
        Assert.Equal(await site.AsSystem().Run((Db db) => db.Set<Evidence>().CountAsync(e => e.State == EvidenceState.Waiting, Stop)), day.WaitingTotal);

        var tasks = await site.AsSystem().Run((PublicPlan query) => query.Tasks(plan, null, null, Stop));
        foreach (var (state, count) in counts) Assert.Equal(count, tasks.SelectMany(task => task.Lines).Count(line => line.State == state));
    }

    private static async Task EveryLineStandsAsItsOccurrencesSay(Site site)
    {
        var lines = await site.AsSystem().Run((Db db) => db.Set<Assignment>().AsNoTracking().Include(a => a.Occurrences).ToListAsync(Stop));
        var evidence = (await site.AsSystem().Run((Db db) => db.Set<Evidence>().AsNoTracking().ToListAsync(Stop))).ToLookup(e => e.AssignmentId);
        Assert.All(lines, line =>
        {
            Assert.Equal((line.Occurrences.Count(o => o.MetOn is null), line.Occurrences.Count(o => o.MetOn is not null), line.Occurrences.Count(o => o.MetLate)), (line.OpenCount, line.MetCount, line.MetLateCount));
            Assert.Equal(evidence[line.Id].Count(e => e.State == EvidenceState.Waiting), line.WaitingCount);
            Assert.Equal(evidence[line.Id].Where(e => e.State == EvidenceState.Confirmed).Sum(e => e.Pieces), line.Occurrences.Sum(o => o.ConfirmedCount));
        });
    }

    /// <summary>Whatever the replay made carries the day of its entry, what handlers made too.</summary>
    private static async Task NothingIsDatedToday(Site site)
    {
        var last = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<Notice>().CountAsync(n => n.At > last, Stop)));
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<Gongkai.Platform.Audit.AuditEntry>().CountAsync(entry => entry.At > last, Stop)));
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<AdoptedPlan>().CountAsync(p => p.AdoptedOn == new DateOnly(2025, 3, 24), Stop)));
    }

    private static async Task<PlanId> Load(Site site)
    {
        var clock = new ReplayClock(site.Clock.LocalTimeZone);
        site.With(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await new DemoCity(await site.Services(), clock, _ => { }).Load(Stop);
        clock.Stand(new(2026, 11, 22), new(9, 0));
        return await site.AsSystem().Run((Db db) => db.Set<AdoptedPlan>().Where(p => p.Year == 2026).Select(p => p.Id).SingleAsync(Stop));
    }
}
