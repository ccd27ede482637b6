using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>Several programs bring one empty database up at once, as nodes that start together do.</summary>
public class MigrationTurnsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.PostgreSql)]
    public async Task Every_step_runs_once_whoever_runs_it(Engine engine)
    {
        if (await Engines.WhyNot(engine) is { } reason) Assert.Skip(reason);
        await using var place = await EmptyPlace.Make(engine, TestFolder.Make());

        var finished = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => GongkaiProcess.Run(place.Folder, "migrate", "--database", place.Setting)));

        Assert.All(finished, one => Assert.Equal((0, ""), (one.ExitCode, one.Error)));
        var said = finished.SelectMany(one => one.Out.Split('\n')).Where(line => line.StartsWith("已执行 ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(said.Distinct(), said);
        await using var site = place.Open();
        var stored = await site.AsSystem().Run((Db db) => db.Database.SqlQuery<string>($"select '已执行 ' || module || '/' || name as \"Value\" from platform_schema").ToListAsync(Stop));
        Assert.Equal(stored.Order(StringComparer.Ordinal), said);
    }
}
