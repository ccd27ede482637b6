using System.Net;
using Gongkai.Organs;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Slices.Organs;
using Gongkai.Slices.Platform.Planted;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Record = Gongkai.Platform.Audit.Record;

namespace Gongkai.Slices.Platform;

public sealed class RecordTests
{
    private const string Attempt = "platform.Attempt";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Tells_what_was_refused_and_why_but_not_what_was_typed(Site site)
    {
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View, Permissions.LearnName);

        await visitor.Submit(await visitor.Get("/console/organs/health"), "form[action*='handler=Alias']", ("Alias.Text", "县教体局"));

        var entry = Assert.Single(await Entries(site, Attempt));
        Assert.Equal((AuditResult.Refused, "POST /console/organs/{key}?handler=Alias：organs.name-in-use"), (entry.Result, entry.Note));
        Assert.NotNull(entry.AccountId);
    }

    [Theory, EachEngine]
    public async Task Tells_once_who_had_no_right_to_a_page(Site site)
    {
        var visitor = await site.SignedIn("other.permission");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/console/organs?secret=typed")).Status);

        var entry = Assert.Single(await Entries(site, Attempt));
        Assert.Equal((AuditResult.Forbidden, "GET /console/organs"), (entry.Result, entry.Note));
    }

    [Theory, EachEngine]
    public async Task Tells_of_a_form_that_was_forged(Site site)
    {
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View, Permissions.Manage);

        using var form = new FormUrlEncodedContent([new("NewName.Name", "县新卫生局")]);
        var answer = await visitor.Http.PostAsync(new Uri("/console/organs/health?handler=Rename", UriKind.Relative), form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(AuditResult.Failed, Assert.Single(await Entries(site, Attempt)).Result);
    }

    [Theory, EachEngine]
    public async Task Leaves_one_entry_where_an_act_was_done(Site site)
    {
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View, Permissions.LearnName);

        await visitor.Submit(await visitor.Get("/console/organs/health"), "form[action*='handler=Alias']", ("Alias.Text", "县卫健委"));

        Assert.Empty(await Entries(site, Attempt));
        Assert.Equal(AuditResult.Done, Assert.Single(await Entries(site, "organs.AddAlias")).Result);
    }

    [Theory, EachEngine]
    public async Task Says_nothing_of_visitors_and_of_looking(Site site)
    {
        await site.WithCounty();
        await (await site.Visitor()).Get("/console/organs");
        await (await site.SignedIn(Permissions.View)).Get("/console/organs");

        Assert.Empty(await Entries(site, Attempt));
    }

    [Theory, EachEngine]
    public async Task Keeps_an_entry_aside_when_the_act_beside_it_is_rolled_back(Site site)
    {
        var clerk = Clerk.Holding("planted.read");
        var thing = new Subject("note", NewId.At(site.Clock));

        await Assert.ThrowsAsync<ForbiddenException>(() => site.Planted().As(clerk).Run(async (TwoSteps both) =>
        {
            await both.Record.Aside(clerk, "planted.Try", thing, AuditResult.Failed, "试一试", Stop);
            await both.Act.Run("不会留下", null, Stop);
        }));

        var entry = Assert.Single(await Entries(site, "planted.Try"));
        Assert.Equal((clerk.AccountId, "信息员", thing.Id, AuditResult.Failed, "试一试"), (entry.AccountId, entry.ActorPost, entry.SubjectId, entry.Result, entry.Note));
        Assert.False(await site.AsSystem().Run((Db db) => db.Set<PlantedNote>().AnyAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task Keeps_what_a_deleted_row_held(Site site)
    {
        var id = (await site.Planted().As(Clerk.Holding("planted.write")).Run((WriteNote act) => act.Run("将被删去", null, Stop))).Made;

        await site.AsSystem().Run(async (Db db) =>
        {
            db.Remove(await db.Get<PlantedNote>(id, Stop));
            db.Record(new SweepNotes(db), new("note", id));
            await db.SaveChangesAsync(Stop);
        });

        var changes = AuditChanges.Read(Assert.Single(await Entries(site, "slices.SweepNotes")).Changes);
        Assert.Contains(new AuditChange("PlantedNote", "Text", "将被删去", null), changes);
        Assert.DoesNotContain(changes, change => change.Field == "Version");
    }

    [Theory, EachEngine]
    public async Task Never_holds_a_password_hash(Site site)
    {
        var account = await site.AddAccount("wang.fang");

        await site.AsSystem().Run(async (Db db) =>
        {
            var stored = await db.Get<Gongkai.Platform.Accounts.Account>(account.Id, Stop);
            (stored.PasswordHash, stored.DisplayName) = ("AQAAAA-secret", "王芳");
            db.Record(new SweepNotes(db), new("account", account.Id));
            await db.SaveChangesAsync(Stop);
        });

        var entry = Assert.Single(await Entries(site, "slices.SweepNotes"));
        Assert.Contains("王芳", entry.Changes, StringComparison.Ordinal);
        Assert.Contains(AuditChanges.Read(entry.Changes), change => change is { Field: "PasswordHash", After: "（不记录内容）" });
        Assert.DoesNotContain("AQAAAA", entry.Changes, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Refuses_an_entry_that_was_changed_in_memory(Site site)
    {
        await site.Planted().As(Clerk.Holding("planted.write")).Run((WriteNote act) => act.Run("不可改", null, Stop));

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.AsSystem().Run(async (Db db) =>
        {
            db.Remove(await db.Set<AuditEntry>().SingleAsync(Stop)); // a breach, planted
            await db.SaveChangesAsync(Stop);
        }));
    }

    /// <summary>What one request uses, together.</summary>
    private sealed class TwoSteps(Record record, Db db, TimeProvider time)
    {
        public Record Record => record;

        public WriteNote Act { get; } = new(db, time);
    }

    private static Task<List<AuditEntry>> Entries(Site site, string act) =>
        site.AsSystem().Run((Db db) => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Act == act).OrderBy(entry => entry.Id).ToListAsync(Stop));
}
