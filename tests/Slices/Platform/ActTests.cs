using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;
using Gongkai.Slices.Platform.Planted;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Platform;

public class ActTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Stores_row_record_and_event_together(Site site)
    {
        var clerk = Clerk.Holding("planted.write");

        var made = await site.Planted().As(clerk).Run((WriteNote act) => act.Run("第一条", null, Stop));

        await site.AsSystem().Run(async (Db db) =>
        {
            Assert.Equal("第一条", (await db.Get<PlantedNote>(made.Made, Stop)).Text);
            var entry = await db.Set<AuditEntry>().SingleAsync(e => e.SubjectId == made.Made, Stop);
            Assert.Equal((clerk.AccountId, "测试员", "信息员", "slices.WriteNote", "note", "as planned"), (entry.AccountId, entry.ActorName, entry.ActorPost, entry.Act, entry.SubjectKind, entry.Note));
            Assert.Equal(site.Clock.GetUtcNow(), entry.At);
            Assert.Equal("slices.NoteWritten", (await db.Set<StoredEvent>().SingleAsync(Stop)).Type);
        });
    }

    /// <summary>Of several posts the record names the one that gave the right: within the organ first, then the one that reaches everywhere.</summary>
    [Theory]
    [EachEngine(true, "县卫生健康局 信息员（A岗）")]
    [EachEngine(false, "县政府办公室 公开主管（B岗）")]
    public async Task Records_the_post_in_which_it_was_done(Site site, bool atHome, string post)
    {
        var (health, market) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var person = new Actor(Guid.CreateVersion7(), "林月", "县卫生健康局 信息员（A岗）；县政府办公室 公开主管（B岗）；县教育体育局 查看人员（B岗）", [health],
        [
            new("planted.write", health) { Post = "县卫生健康局 信息员（A岗）" },
            new("planted.write", null) { Post = "县政府办公室 公开主管（B岗）" },
            new("planted.read", null) { Post = "县教育体育局 查看人员（B岗）" },
        ]);

        var made = await site.Planted().As(person).Run((WriteNote act) => act.Run("第一条", atHome ? health : market, Stop));

        Assert.Equal(post, (await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(entry => entry.SubjectId == made.Made, Stop))).ActorPost);
    }

    [Theory, EachEngine]
    public async Task Records_what_changed_from_what_to_what(Site site)
    {
        var made = await site.Planted().As(Clerk.Holding("planted.write")).Run((WriteNote act) => act.Run("旧文", null, Stop));

        await site.As(Clerk.Holding("planted.write")).Run((ChangeNote act) => act.Run(made.Made, 0, "新文", Stop));

        var entry = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(e => e.Act == "slices.ChangeNote", Stop));
        Assert.Equal("""[{"Thing":"PlantedNote","Field":"Text","Before":"旧文","After":"新文"}]""", entry.Changes);
    }

    [Theory, EachEngine]
    public async Task Rolls_everything_back_when_one_part_fails(Site site)
    {
        var id = NewId.At(site.Clock);
        await site.Planted().AsSystem().Run((Db db) => Write(db, id));

        await Assert.ThrowsAsync<DbUpdateException>(() => site.AsSystem().Run((Db db) => Write(db, id)));

        await site.AsSystem().Run(async (Db db) =>
        {
            Assert.Equal(1, await db.Set<PlantedNote>().CountAsync(Stop));
            Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(Stop));
            Assert.Equal(1, await db.Set<StoredEvent>().CountAsync(Stop));
        });

        static async Task Write(Db db, Guid id)
        {
            db.Add(new PlantedNote { Id = id, Text = "twice" });
            db.Record(new SweepNotes(db), new("note", id));
            db.Raise(new NoteWritten(id, "twice"));
            await db.SaveChangesAsync(Stop);
        }
    }

    /// <summary>What must stand once was stored by somebody else between the question and the save: no failure of the site, but a refusal.</summary>
    [Theory, EachEngine]
    public async Task Refuses_what_somebody_else_stored_meanwhile(Site site)
    {
        var id = NewId.At(site.Clock);
        Assert.True((await site.Planted().AsSystem().Run((Db db) => Write(db))).IsDone);

        var refused = await site.AsSystem().Run((Db db) => Write(db));

        Assert.Equal("platform.changed-meanwhile", Assert.Single(refused.Refusals).Code);
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().CountAsync(Stop)));

        Task<Outcome> Write(Db db)
        {
            db.Add(new PlantedNote { Id = id, Text = "once" });
            db.Record(new SweepNotes(db), new("note", id));
            return db.Commit(Stop);
        }
    }

    [Theory, EachEngine]
    public async Task Cannot_save_without_a_record(Site site)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => site.Planted().As(Clerk.Holding("planted.write")).Run((ForgetToRecord act) => act.Run(Stop)));

        Assert.Contains("planted_notes", problem.Message, StringComparison.Ordinal);
        Assert.False(await site.AsSystem().Run((Db db) => db.Set<PlantedNote>().AnyAsync(Stop)));
    }

    [Theory]
    [EachEngine("update platform_audit set note = 'forged'")]
    [EachEngine("delete from platform_audit")]
    public async Task Cannot_change_the_record_afterwards(Site site, string sql)
    {
        await site.Planted().As(Clerk.Holding("planted.write")).Run((WriteNote act) => act.Run("不可改", null, Stop));

        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync(sql, Stop)));

        Assert.Contains("only grows", problem.Message, StringComparison.Ordinal);
        Assert.Equal("as planned", await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().Select(e => e.Note).SingleAsync(Stop)));
    }

    [Theory, OnPostgreSql]
    public async Task Cannot_empty_the_record_on_a_server(Site site)
    {
        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("truncate platform_audit", Stop)));
        Assert.Contains("only grows", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_replace_an_entry_in_a_file()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.Planted().As(Clerk.Holding("planted.write")).Run((WriteNote act) => act.Run("不可换", null, Stop));

        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("insert or replace into platform_audit select * from platform_audit", Stop)));
        Assert.Contains("only grows", problem.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Refuses_whom_the_permission_was_not_given(Site site)
    {
        var problem = await Assert.ThrowsAsync<ForbiddenException>(() => site.Planted().As(Clerk.Holding("planted.read")).Run((WriteNote act) => act.Run("无权", null, Stop)));

        Assert.Equal("planted.write", problem.Permission);
        Assert.False(await site.AsSystem().Run((Db db) => db.Set<PlantedNote>().AnyAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task Refuses_whom_it_was_given_for_another_organ(Site site)
    {
        Guid own = NewId.At(site.Clock), other = NewId.At(site.Clock);
        var clerk = site.Planted().As(Clerk.Within(own, "planted.write"));

        Assert.True((await clerk.Run((WriteNote act) => act.Run("本单位", own, Stop))).IsDone);
        await Assert.ThrowsAsync<ForbiddenException>(() => clerk.Run((WriteNote act) => act.Run("别单位", other, Stop)));
    }

    [Theory, EachEngine]
    public async Task Leaves_an_act_without_a_permission_to_the_system(Site site)
    {
        await Assert.ThrowsAsync<ForbiddenException>(() => site.Planted().As(Clerk.Holding("planted.write")).Run((SweepNotes act) => act.Run(Stop)));
        Assert.True((await site.AsSystem().Run((SweepNotes act) => act.Run(Stop))).IsDone);
    }

    [Theory, EachEngine]
    public async Task Shows_the_second_of_two_editors_the_conflict(Site site)
    {
        var clerk = site.Planted().As(Clerk.Holding("planted.write"));
        var id = (await clerk.Run((WriteNote act) => act.Run("初稿", null, Stop))).Made;
        await clerk.Run((ChangeNote act) => act.Run(id, 0, "甲的改动", Stop));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => clerk.Run((ChangeNote act) => act.Run(id, 0, "乙的改动", Stop)));

        var note = await site.AsSystem().Run((Db db) => db.Get<PlantedNote>(id, Stop));
        Assert.Equal(("甲的改动", 1), (note.Text, note.Version));
        Assert.Equal(2, await site.AsSystem().Run((Db db) => db.Set<StoredEvent>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task Knows_who_acts_although_the_database_was_asked_before(Site site)
    {
        await using var scope = (await site.Planted().Services()).CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        Assert.Null(db.Actor.AccountId);

        var clerk = Clerk.Holding("planted.write");
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = clerk;

        Assert.Same(clerk, db.Actor);
        Assert.Same(clerk, scope.ServiceProvider.GetRequiredService<Actor>());
    }
}
