using Gongkai.Platform.Data;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;
using Microsoft.Data.Sqlite;

namespace Gongkai.Testing;

/// <summary>A database of one test: a copy of one that was migrated once in this process. Gone when disposed.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MakePostgreSqlTemplate);

    private readonly Engine _engine;
    private readonly string _name;

    private TestDatabase(Engine engine, string name, string setting) => (_engine, _name, Setting) = (engine, name, setting);

    /// <summary>Value of the setting Database.</summary>
    public string Setting { get; }

    /// <summary>Makes one with the schema of the whole program in it.</summary>
    /// <param name="engine">Engine to make it on.</param>
    /// <param name="folder">Folder of the test, for an SQLite file.</param>
    public static async Task<TestDatabase> Make(Engine engine, string folder)
    {
        if (engine == Engine.Sqlite)
        {
            var file = Path.Combine(folder, "gongkai.db");
            File.Copy(await SqliteTemplate.Value, file);
            return new(engine, file, file);
        }
        var name = NewName();
        await PostgreSqlServer.Execute($"create database {name} template {await PostgreSqlTemplate.Value}");
        return new(engine, name, await PostgreSqlServer.ConnectionTo(name));
    }

    /// <summary>Makes an empty one, without any schema.</summary>
    public static async Task<TestDatabase> MakeEmpty(Engine engine, string folder)
    {
        if (engine == Engine.Sqlite) return new(engine, Path.Combine(folder, "gongkai.db"), Path.Combine(folder, "gongkai.db"));
        var name = NewName();
        await PostgreSqlServer.Execute($"create database {name}");
        return new(engine, name, await PostgreSqlServer.ConnectionTo(name));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_engine == Engine.PostgreSql) await PostgreSqlServer.Execute($"drop database if exists {_name} with (force)");
        else SqliteConnection.ClearPool(new(DatabaseChoice.Read(Setting).Connection));
    }

    private static string NewName() => $"gongkai_{NewId.At(TimeProvider.System):n}";

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = Path.Combine(TestFolder.OfRun, "template.db");
        await Migrate($"Data Source={file};Pooling=False");
        return file;
    }

    private static async Task<string> MakePostgreSqlTemplate()
    {
        var name = NewName();
        await PostgreSqlServer.Execute($"create database {name}");
        await Migrate(await PostgreSqlServer.ConnectionTo(name) + ";Pooling=False");
        return name;
    }

    private static async Task Migrate(string setting)
    {
        await using var app = SiteHost.Compose(TestFolder.OfRun, new Dictionary<string, string?> { ["Database"] = setting }).BuildSite();
        await MigrateCommand.Migrate(app.Services, default);
    }
}
