using Gongkai.Duties;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Duties;

/// <summary>The two spellings of the states, for one line and for the database, over every combination of facts.</summary>
public sealed class StateGridTests
{
    private static readonly DateOnly Today = new(2026, 5, 18);
    private static readonly DutyStates States = new(Today, new(2026, 5, 25));
    private static readonly DateOnly?[] Days = [null, new(2026, 5, 17), Today, new(2026, 5, 25), new(2026, 5, 26)];

    [Theory, EachEngine]
    public async Task Say_the_same_of_every_line(Site site)
    {
        await site.AsSystem().Run((PutLines put) => put.Run(TestContext.Current.CancellationToken));
        var lines = await site.AsSystem().Run((Db db) => db.Set<Assignment>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
        var alone = lines.ToLookup(line => States.Of(LineFacts.Of(line)), line => line.Id);

        var seen = 0;
        foreach (var state in Enum.GetValues<DutyState>())
        {
            var together = await site.AsSystem().Run((Db db) => db.Set<Assignment>().Where(States.Are(state)).Select(line => line.Id).ToListAsync(TestContext.Current.CancellationToken));
            Assert.Equal(alone[state].ToHashSet(), [.. together]);
            Assert.NotEmpty(together);
            seen += together.Count;
        }
        Assert.Equal(lines.Count, seen);
    }

    /// <summary>Puts a line for each combination into the database, beside what the acts would allow.</summary>
    private sealed class PutLines(Db db, TimeProvider time)
    {
        public async Task Run(CancellationToken stop)
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var (waived, role, due, opens, open, met, late, cadence, awaits) in Grid())
            {
                var line = new Assignment(new(NewId.At(time)), new(Guid.Empty), new(Guid.Empty), OrganId.From(NewId.At(time)), role, null, null);
                var entry = db.Add(line);
                entry.Property(a => a.WaivedOn).CurrentValue = waived ? Today : null;
                entry.Property(a => a.NextDueOn).CurrentValue = due;
                entry.Property(a => a.NextOpensOn).CurrentValue = opens;
                entry.Property(a => a.OpenCount).CurrentValue = open;
                entry.Property(a => a.MetCount).CurrentValue = met;
                entry.Property(a => a.MetLateCount).CurrentValue = late;
                entry.Property(a => a.LacksCadence).CurrentValue = cadence;
                entry.Property(a => a.AwaitsEvent).CurrentValue = awaits;
            }
            db.Record(this, new Subject("grid", Guid.Empty));
            await db.SaveChangesAsync(stop);
        }

        /// <summary>A line that has nothing open has neither a first nor a last day to come; one that has something open has a first day.</summary>
        private static IEnumerable<(bool, UnitRole, DateOnly?, DateOnly?, int, int, int, bool, bool)> Grid() =>
            from waived in (bool[])[false, true]
            from role in Enum.GetValues<UnitRole>()
            from due in Days
            from opens in Days
            from open in (int[])[0, 2]
            where open > 0 ? opens is not null : due is null && opens is null
            from met in (int[])[0, 1, 3]
            from late in (int[])[0, 1]
            where late <= met
            from cadence in (bool[])[false, true]
            from awaits in (bool[])[false, true]
            select (waived, role, due, opens, open, met, late, cadence, awaits);
    }
}
