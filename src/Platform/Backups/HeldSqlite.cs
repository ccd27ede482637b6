using System.Runtime.CompilerServices;
using Gongkai.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Gongkai.Platform.Backups;

/// <summary>A copy of a SQLite database, made while others write by SQLite's own means.</summary>
internal sealed class HeldSqlite : HeldDatabase
{
    private readonly string _file;

    private HeldSqlite(SqliteConnection copy, string file) : base(copy) => _file = file;

    protected override string TableQuery => "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~'";

    /// <summary>Copies the database.</summary>
    public static async Task<HeldSqlite> Copy(DatabaseChoice choice, string file, CancellationToken stop)
    {
        await using (var source = new SqliteConnection(new SqliteConnectionStringBuilder(choice.Connection) { Pooling = false }.ConnectionString))
        await using (var copy = Connect(file))
        {
            await source.OpenAsync(stop);
            await copy.OpenAsync(stop);
            source.BackupDatabase(copy);
        }
        return await Open(file, stop);
    }

    /// <summary>Opens a copy as one file, without a log beside it.</summary>
    public static async Task<HeldSqlite> Open(string file, CancellationToken stop)
    {
        var opened = Connect(file);
        try
        {
            await opened.OpenAsync(stop);
            await using var single = opened.CreateCommand();
            single.CommandText = "pragma journal_mode = delete";
            await single.ExecuteNonQueryAsync(stop);
            return new(opened, file);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public override async IAsyncEnumerable<(string Name, string Path)> Parts([EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        yield return (BackupNames.Sqlite, _file);
    }

    /// <summary>What SQLite itself finds wrong with the file and its references; null where nothing.</summary>
    public async Task<string?> Fault(CancellationToken stop)
    {
        await foreach (var line in Strings("pragma integrity_check", stop))
            if (line != "ok") return line;
        await foreach (var table in Strings("pragma foreign_key_check", stop)) return table;
        return null;
    }

    private static SqliteConnection Connect(string file) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
}
