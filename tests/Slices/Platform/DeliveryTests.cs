using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Slices.Platform.Planted;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Platform;

public class DeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Hands_events_over_once_and_in_order(Site site)
    {
        Listening(site);
        await Write(site, "一", "二", "三");

        Assert.Equal(3, await site.Deliver());
        Assert.Equal(0, await site.Deliver());
        await Write(site, "四");
        Assert.Equal(1, await site.Deliver());

        Assert.Equal(["一", "二", "三", "四"], await Heard<Listener>(site));
    }

    [Theory, EachEngine]
    public async Task Tries_a_failing_handler_again_with_growing_delay(Site site)
    {
        var trouble = await Grumbling(site, new InvalidOperationException("no mail today"));
        await Write(site, "一", "二");

        foreach (var (attempt, seconds) in new[] { (1, 2), (2, 4), (3, 8), (4, 16) })
        {
            await site.Deliver();
            var mark = await Mark<Grumbler>(site);
            Assert.Equal((attempt, "no mail today", 0L), (mark.Attempts, mark.Problem, mark.Position));
            Assert.Equal(TimeSpan.FromSeconds(seconds), mark.RetryAt - site.Clock.GetUtcNow());

            await site.Deliver();
            Assert.Equal(attempt, trouble.Calls); // not before its time
            site.Clock.Pass(TimeSpan.FromSeconds(seconds));
        }

        trouble.Thrown = null;
        await site.Deliver();
        Assert.Equal(["一", "二"], await Heard<Grumbler>(site));
        Assert.Equal((0, (string?)null, (DateTimeOffset?)null), await Mark<Grumbler>(site) is var healed ? (healed.Attempts, healed.Problem, healed.RetryAt) : default);
    }

    [Theory, EachEngine]
    public async Task Waits_an_hour_at_most(Site site)
    {
        await Grumbling(site, new InvalidOperationException("broken"));
        await Write(site, "一");

        for (var attempt = 0; attempt < 15; attempt++)
        {
            await site.Deliver();
            site.Clock.Pass(TimeSpan.FromHours(1));
        }

        var mark = await Mark<Grumbler>(site);
        Assert.Equal(15, mark.Attempts);
        Assert.Equal(site.Clock.GetUtcNow(), mark.RetryAt);
    }

    [Theory]
    [EachEngine(false)]
    [EachEngine(true)]
    public async Task Lets_a_failing_handler_stop_only_itself(Site site, bool byTimeout)
    {
        await Grumbling(site, byTimeout ? new TaskCanceledException("timed out") : new InvalidOperationException("broken"));
        await Write(site, "一", "二");

        await site.Deliver();

        Assert.Equal(["一", "二"], await Heard<Listener>(site));
        Assert.Equal(1, (await Mark<Grumbler>(site)).Attempts);
    }

    [Theory, EachEngine]
    public async Task Takes_back_what_a_handler_did_before_it_failed(Site site)
    {
        await Grumbling(site, new InvalidOperationException("late failure"));
        await Write(site, "一");

        await site.Deliver();

        Assert.Empty(await Heard<Grumbler>(site));
    }

    [Theory, EachEngine]
    public async Task Keeps_the_order_when_two_machines_deliver_at_once(Site site)
    {
        Listening(site);
        string[] texts = [.. Enumerable.Range(1, 12).Select(number => $"第{number}件")];
        await Write(site, texts);
        var services = await site.Services();
        var machines = Enumerable.Range(0, 2).Select(_ => ActivatorUtilities.CreateInstance<Deliverer>(services)).ToList();

        // A machine that meets the other's lock goes away empty-handed; it comes again until nothing is left.
        var done = 0;
        using var limit = Until.Limit(Stop);
        await Task.WhenAll(machines.Select(machine => Task.Run(async () =>
        {
            while (Volatile.Read(ref done) < texts.Length) Interlocked.Add(ref done, await machine.DeliverAll(limit.Token));
        }, Stop)));

        Assert.Equal(texts.Length, done);
        Assert.Equal(texts, await Heard<Listener>(site));
    }

    [Theory, OnPostgreSql]
    public async Task Never_passes_an_event_that_commits_after_a_later_one(Site site)
    {
        Listening(site);
        var services = await site.Services();
        await using var slow = services.CreateAsyncScope();
        await using var fast = services.CreateAsyncScope();
        Db slowDb = slow.ServiceProvider.GetRequiredService<Db>(), fastDb = fast.ServiceProvider.GetRequiredService<Db>();

        // The slow act has its number and is not committed; the fast one must wait for it instead of becoming visible first.
        await using var transaction = await slowDb.Database.BeginTransactionAsync(Stop);
        slowDb.Raise(new NoteWritten(NewId.At(site.Clock), "先"));
        await slowDb.SaveChangesAsync(Stop);
        fastDb.Raise(new NoteWritten(NewId.At(site.Clock), "后"));
        var waiting = Task.Run(() => fastDb.SaveChangesAsync(Stop), Stop);
        await Until.Holds("the later act waits", async _ =>
        {
            Assert.False(waiting.IsCompleted, "The later act did not wait");
            return await SomebodyWaits(site);
        }, Stop);

        Assert.Equal(0, await site.Deliver());
        await transaction.CommitAsync(Stop);
        await waiting;
        Assert.Equal(2, await site.Deliver());

        Assert.Equal(["先", "后"], await Heard<Listener>(site));
    }

    private static void Listening(Site site) => site.Planted().With(services => services.AddHandler<NoteWritten, Listener>());

    /// <summary>The grumbler stands before the listener, so that its failure could stop the other.</summary>
    private static async Task<Trouble> Grumbling(Site site, Exception thrown)
    {
        site.Planted().With(services => services.AddHandler<NoteWritten, Grumbler>().AddHandler<NoteWritten, Listener>());
        var trouble = (await site.Services()).GetRequiredService<Trouble>();
        trouble.Thrown = thrown;
        return trouble;
    }

    private static async Task Write(Site site, params string[] texts)
    {
        foreach (var text in texts) await site.AsSystem().Run((WriteNote act) => act.Run(text, null, Stop));
    }

    private static Task<List<string>> Heard<THandler>(Site site)
    {
        var name = typeof(THandler).Name;
        return site.AsSystem().Run((Db db) => db.Set<Heard>().Where(heard => heard.Handler == name).OrderBy(heard => heard.Number).Select(heard => heard.Text).ToListAsync(Stop));
    }

    private static Task<Delivery> Mark<THandler>(Site site) =>
        site.AsSystem().Run((Db db) => db.Get<Delivery>($"slices.{typeof(THandler).Name}:NoteWritten", Stop));

    private static Task<bool> SomebodyWaits(Site site) =>
        site.AsSystem().Run((Db db) => db.Database.SqlQuery<bool>($"select exists (select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())) as \"Value\"").SingleAsync(Stop));
}
