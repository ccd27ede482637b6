using Gongkai.Platform.Data;
using Gongkai.Testing;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Gongkai.Slices.Platform;

/// <summary>A site whose role owns its tables and is no superuser, as a real one should: the record is closed to it by rights as well.</summary>
public sealed class RecordRightsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnPostgreSql("update platform_audit set note = 'forged'")]
    [OnPostgreSql("delete from platform_audit")]
    [OnPostgreSql("truncate platform_audit")]
    public async Task Deny_the_programs_own_role_what_would_change_the_record(Site site, string sql)
    {
        var name = $"gongkai_{NewId.At(site.Clock):n}";
        await PostgreSqlServer.Execute($"create role {name} login password '{name}'");
        await PostgreSqlServer.Execute($"create database {name} owner {name}");
        try
        {
            var own = new NpgsqlConnectionStringBuilder(await PostgreSqlServer.ConnectionTo(name)) { Username = name, Password = name, Pooling = false };
            await using var app = SiteHost.Compose(site.Folder, new Dictionary<string, string?> { ["Database"] = own.ConnectionString }).BuildSite();
            await MigrateCommand.Migrate(app.Services, Stop);
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();

            var problem = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Stop));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, problem.SqlState);
        }
        finally
        {
            await PostgreSqlServer.Execute($"drop database {name} with (force)");
            await PostgreSqlServer.Execute($"drop role {name}");
        }
    }
}
