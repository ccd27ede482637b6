using Gongkai.Organs;
using Gongkai.Organs.Contracts;
using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>A site with nothing but platform and organs, on a database of its own that goes when the test ends.</summary>
internal sealed class OrganSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-organs-").FullName;
    private readonly ServiceProvider _services;
    private readonly string? _schema;

    private OrganSite(Engine engine)
    {
        _schema = engine == Engine.PostgreSql ? "organs_" + Path.GetFileName(_folder).Replace('-', '_').ToLowerInvariant() : null;
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(new LocalTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        services.AddPlatform(DatabaseChoice.Read(Connection(engine)), new FilePlace(Path.Combine(_folder, "files"))).AddOrgans();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Setting of the environment that names a PostgreSQL server for tests.</summary>
    private static string? PostgreSql => Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES");

    /// <summary>A site with its schema; skips the test where the engine is not there.</summary>
    public static async Task<OrganSite> Open(Engine engine)
    {
        if (engine == Engine.PostgreSql && PostgreSql is null) Assert.Skip("GONGKAI_TEST_POSTGRES names no server.");
        var site = new OrganSite(engine);
        if (site._schema is not null) await Execute($"create schema {site._schema}");
        await site.Do<Migrations>(migrations => migrations.Run(Stop));
        return site;
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Does something as the system itself, in a scope of its own.</summary>
    public Task<TResult> Do<T, TResult>(Func<T, Task<TResult>> use) where T : notnull => As(Actor.System, use);

    /// <summary>Does something as an actor, in a scope of its own.</summary>
    public async Task<TResult> As<T, TResult>(Actor actor, Func<T, Task<TResult>> use) where T : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = actor;
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task Do<T>(Func<T, Task> use) where T : notnull => Do<T, bool>(async service =>
    {
        await use(service);
        return true;
    });

    /// <summary>Imports the small invented county most tests use.</summary>
    public async Task<OrganSite> WithCounty()
    {
        var tally = await Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(County.File, Stop));
        Assert.Empty(tally.Refusals);
        return this;
    }

    /// <summary>Id of an organ of the county.</summary>
    public async Task<OrganId> Organ(string key) => (await Do<IOrgans, OrganCard?>(organs => organs.ByKey(key, County.Today, Stop)))!.Id;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_schema is not null) await Execute($"drop schema {_schema} cascade");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string Connection(Engine engine) => engine == Engine.Sqlite
        ? Path.Combine(_folder, "organs.db")
        : new NpgsqlConnectionStringBuilder(PostgreSql) { SearchPath = _schema }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(PostgreSql!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
