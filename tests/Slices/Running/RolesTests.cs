using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Npgsql;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>A site whose role on PostgreSQL is not the owner of its tables, made with the files of <c>deploy</c>.</summary>
public class RolesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_with_a_role_that_may_change_neither_tables_nor_the_record()
    {
        if (await Engines.WhyNot(Engine.PostgreSql) is { } reason) Assert.Skip(reason);
        await using var place = await EmptyPlace.Make(Engine.PostgreSql, TestFolder.Make());
        var lesser = new NpgsqlConnectionStringBuilder(place.Setting) { Username = "gongkai_site", MaxPoolSize = 5 };
        Assert.SkipWhen(lesser.Host?.StartsWith('/') != true, "PostgreSQL: only a private server lets a new role in without a password");
        await Execute(place.Setting, "do $$ begin create role gongkai_site login; exception when duplicate_object then null; end $$");
        await Execute(place.Setting, await Deploy("postgresql-roles.sql"));
        Assert.Equal(0, (await GongkaiProcess.Run(place.Folder, "migrate", "--database", place.Setting)).ExitCode);
        await Execute(place.Setting, await Deploy("postgresql-record.sql"));
        await using var site = place.Open();
        await site.AddAccount("li.qiang");

        await using var program = GongkaiProcess.Start(place.Folder, "serve", "--data", place.Folder, "--database", lesser.ConnectionString, "--urls", "http://127.0.0.1:0");
        var node = await Node.Of(program);
        using var form = await node.SignInForm("li.qiang");
        Assert.Equal(HttpStatusCode.Redirect, (await node.Visitor.Http.PostAsync(new Uri(node.Address + "/sign-in"), form, Stop)).StatusCode);
        Assert.Equal((HttpStatusCode.OK, "ready"), await node.Ask("/readyz"));

        foreach (var forbidden in new[]
        {
            "update platform_audit set note = ''", "delete from platform_audit", "truncate platform_audit", "alter table platform_audit disable trigger all", "drop table platform_audit",
            "create table planted (id int)", "drop trigger platform_audit_only_grows on platform_audit", "delete from platform_schema", "grant update on platform_audit to gongkai_site",
        })
        {
            var refused = await Record.ExceptionAsync(() => Execute(lesser.ConnectionString, forbidden));
            var known = forbidden.StartsWith("grant", StringComparison.Ordinal) ? refused is null or PostgresException : refused is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege };
            Assert.True(known, $"{forbidden}: {refused?.Message}");
        }
        await Assert.ThrowsAsync<PostgresException>(() => Execute(lesser.ConnectionString, "update platform_audit set note = ''"));
    }

    private static Task<string> Deploy(string file) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "deploy", file), Stop);

    private static async Task Execute(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, opened);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
