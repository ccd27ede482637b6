using Gongkai.Duties;
using Gongkai.Duties.Drafts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Duties;

/// <summary>
/// The real program, killed as by kill -9 while it reads plans, settles doubts, adopts and works through a year. What it had said was done
/// is there; what it had not said is there whole or not at all.
/// </summary>
public sealed class KilledAdoptionTests : IDisposable
{
    private readonly string _folder = TestFolder.Make();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "data", "demo", "gongkai.db");

    /// <summary>In a database that was there before, every commit is on the disk before it is acknowledged, as on any site.</summary>
    [Theory]
    [InlineData("2025年要点已立账", 1)]
    [InlineData("2025年5月的工作已装入", 1)]
    [InlineData("2026年2月的工作已装入", 1)] // the next thing is the adoption of the big plan
    [InlineData("2026年要点已立账", 2)]
    public async Task Loses_nothing_acknowledged_and_keeps_nothing_half(string acknowledged, int plans)
    {
        await GongkaiProcess.Run(_folder, "migrate", "--data", "data/demo");
        await using (var demo = GongkaiProcess.Start(_folder, "demo", "--urls", "http://127.0.0.1:0"))
        {
            await demo.LineWith(acknowledged);
            await demo.Kill();
        }

        await Inspect(async db =>
        {
            var adopted = await db.Set<AdoptedPlan>().AsNoTracking().ToListAsync(Stop);
            Assert.InRange(adopted.Count, plans, 2);
            var drafts = await db.Set<PlanDraft>().AsNoTracking().ToListAsync(Stop);
            foreach (var plan in adopted)
            {
                Assert.Equal(drafts.Single(draft => draft.Year == plan.Year && draft.ClosedAt is not null).TaskCount, await db.Set<Duty>().CountAsync(duty => duty.PlanId == plan.Id, Stop));
                Assert.False(await db.Set<Duty>().AnyAsync(duty => duty.PlanId == plan.Id && (!duty.Limits.Any() || !db.Set<Assignment>().Any(line => line.DutyId == duty.Id)), Stop));
            }
            Assert.Equal(adopted.Count, await db.Set<AuditEntry>().CountAsync(entry => entry.Act == "duties.AdoptPlan", Stop));
            Assert.Equal(adopted.Count, await db.Set<StoredEvent>().CountAsync(stored => stored.Type == "duties.PlanAdopted", Stop));
            Assert.Equal(await db.Set<Evidence>().CountAsync(Stop), await db.Set<AuditEntry>().CountAsync(entry => entry.Act == "duties.RecordEvidence", Stop));
            Assert.Equal(
                await db.Set<Evidence>().CountAsync(evidence => evidence.State == EvidenceState.Waiting, Stop),
                await db.Set<Assignment>().SumAsync(line => line.WaitingCount, Stop));
        });
        var again = await GongkaiProcess.Run(_folder, "demo", "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("这个数据库不完整", again.Error, StringComparison.Ordinal);
    }

    /// <summary>Where there was no database, there is none until the city is whole.</summary>
    [Fact]
    public async Task Leaves_no_database_where_there_was_none()
    {
        await using (var demo = GongkaiProcess.Start(_folder, "demo", "--urls", "http://127.0.0.1:0"))
        {
            await demo.LineWith("2025年要点已立账");
            await demo.Kill();
        }

        Assert.False(System.IO.File.Exists(File));
    }

    public void Dispose() => TestFolder.Remove(_folder);

    private async Task Inspect(Func<Db, Task> look)
    {
        await using var site = SiteHost.Compose(Path.Combine(_folder, "data", "demo"), new Dictionary<string, string?>()).Build();
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        await look(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
