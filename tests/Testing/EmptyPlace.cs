using Gongkai.Platform.Backups;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Web.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.Testing;

/// <summary>An empty folder and an empty database to restore into.</summary>
public sealed class EmptyPlace : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly TestDatabase _database;

    private EmptyPlace(Engine engine, string folder, TestDatabase database) => (_engine, Folder, _database) = (engine, folder, database);

    /// <summary>The folder, for everything the site writes.</summary>
    public string Folder { get; }

    /// <summary>Value of the setting Database.</summary>
    public string Setting => _database.Setting;

    /// <summary>What the program said when it restored.</summary>
    public Finished Finished { get; set; } = new(-1, "", "");

    /// <summary>Makes one.</summary>
    public static async Task<EmptyPlace> Make(Engine engine, string folder) => new(engine, folder, await TestDatabase.MakeEmpty(engine, folder));

    /// <summary>Restores within this process.</summary>
    public async Task Restore(string archive, CancellationToken stop)
    {
        await using var site = SiteHost.Compose(Folder, new Dictionary<string, string?> { ["Database"] = Setting }).Build();
        await new Restore(site.Services.GetRequiredService<DatabaseChoice>(), site.Services.GetRequiredService<FilePlace>(), site.Services.GetServices<SchemaSource>()).Run(archive, Path.Combine(Folder, "master.key"), stop);
    }

    /// <summary>What lies in folder and database.</summary>
    public async Task<IReadOnlyList<string>> Holds(CancellationToken stop)
    {
        var holds = Directory.GetFileSystemEntries(Folder).ToList();
        if (_engine == Engine.Sqlite) return holds;
        await using var connection = new NpgsqlConnection(Setting);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select tablename from pg_tables where schemaname = 'public'", connection);
        await using var tables = await command.ExecuteReaderAsync(stop);
        while (await tables.ReadAsync(stop)) holds.Add(tables.GetString(0));
        return holds;
    }

    /// <summary>The site that was restored.</summary>
    public Site Open() => new(_engine, _database, Folder);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        TestFolder.Remove(Folder);
    }
}
