using Gongkai.Platform.Data;
using Gongkai.Slices.Platform.Planted;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Platform;

public class SchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Is_what_the_program_maps(Site site)
    {
        var (mapped, stored) = await Both(site);

        Assert.Equal(mapped, stored);
        Assert.Contains(stored, line => line.StartsWith("platform_audit.actor_post", StringComparison.Ordinal) && line.EndsWith(" null", StringComparison.Ordinal));
        Assert.Contains("platform_audit key (id)", stored);
        Assert.Contains("platform_accounts unique index ix_platform_accounts_normalized_user_name (normalized_user_name)", stored);
    }

    [Theory]
    [EachEngine("alter table planted_notes add column forgotten text null", "planted_notes.forgotten")]
    [EachEngine("alter table planted_notes drop column remark", "planted_notes.remark")]
    [EachEngine("alter table planted_notes drop column remark; alter table planted_notes add column remark text not null default ''", "planted_notes.remark")]
    [EachEngine("drop index ix_planted_notes_text", "index ix_planted_notes_text")]
    [EachEngine("drop index ix_planted_notes_text; create unique index ix_planted_notes_text on planted_notes (text)", "index ix_planted_notes_text")]
    [EachEngine("drop index ix_planted_notes_text; create index ix_planted_notes_text on planted_notes (text, id)", "index ix_planted_notes_text")]
    [EachEngine("create table planted_stray (id uuid not null primary key)", "planted_stray")]
    [EachEngine("drop table planted_notes", "planted_notes")]
    public async Task Is_found_out_when_it_differs(Site site, string breach, string found)
    {
        await site.Planted().AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync(breach, Stop));

        var (mapped, stored) = await Both(site);

        var differing = mapped.Except(stored).Concat(stored.Except(mapped)).ToList();
        Assert.NotEmpty(differing);
        Assert.All(differing, line => Assert.Contains(found, line, StringComparison.Ordinal));
    }

    [Theory, OnPostgreSql]
    public async Task Is_found_out_when_a_type_differs(Site site)
    {
        await site.Planted().AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("alter table planted_notes alter column version type bigint", Stop));

        var (mapped, stored) = await Both(site);

        Assert.Equal(["planted_notes.version bigint not null"], stored.Except(mapped));
    }

    [Theory, EachEngine]
    public async Task Is_brought_up_once(Site site)
    {
        var first = await site.Planted().AsSystem().Run((Db db) => db.Database.SqlQuery<string>($"select name as \"Value\" from platform_schema where module = 'planted'").ToListAsync(Stop));
        var again = await site.AsSystem().Run((Migrations migrations) => migrations.Run(Stop));
        var state = await site.AsSystem().Run((Migrations migrations) => migrations.State(Stop));

        Assert.Equal(["0001-planted"], first);
        Assert.Empty(again);
        Assert.Empty(state.Pending);
        Assert.Empty(state.Unknown);
    }

    [Theory, EachEngine]
    public async Task Tells_which_files_have_not_run(Site site)
    {
        var state = await site.AsSystem().Run((Db db) => new Migrations(db, [new("planted", typeof(PlantedTables).Assembly)], site.Clock).State(Stop));

        Assert.Equal(["planted/0001-planted"], state.Pending);
        Assert.Contains("platform/0001-platform", state.Unknown);
    }

    [Theory, EachEngine]
    public async Task Keeps_nothing_of_a_file_that_fails(Site site)
    {
        SchemaSource halfway = new("halfway", typeof(PlantedTables).Assembly);

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => site.AsSystem().Run((Db db) => new Migrations(db, [halfway], site.Clock).Run(Stop)));

        Assert.StartsWith("halfway/0001-halfway: ", problem.Message, StringComparison.Ordinal);
        var stored = await site.AsSystem().Run((Db db) => StoredSchema.AsStored(db, Stop));
        Assert.DoesNotContain(stored, line => line.StartsWith("halfway", StringComparison.Ordinal));
        Assert.Equal(["halfway/0001-halfway"], (await site.AsSystem().Run((Db db) => new Migrations(db, [halfway], site.Clock).State(Stop))).Pending);
    }

    private static Task<(List<string> Mapped, List<string> Stored)> Both(Site site) =>
        site.AsSystem().Run(async (Db db) => (StoredSchema.AsMapped(db), await StoredSchema.AsStored(db, Stop)));
}
