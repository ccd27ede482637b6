using System.Data.Common;
using System.Runtime.CompilerServices;
using Gongkai.Platform.Data;

namespace Gongkai.Platform.Backups;

/// <summary>A database as it was at one moment, whoever goes on writing to the real one.</summary>
internal abstract class HeldDatabase(DbConnection connection) : IAsyncDisposable
{
    /// <summary>The session that sees that moment.</summary>
    protected DbConnection Connection => connection;

    /// <summary>Query for the names of all tables.</summary>
    protected abstract string TableQuery { get; }

    /// <summary>Holds a database.</summary>
    /// <param name="choice">The database.</param>
    /// <param name="scratch">Folder for what is copied.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<HeldDatabase> Hold(DatabaseChoice choice, string scratch, CancellationToken stop) => choice.Engine == Engine.Sqlite
        ? await HeldSqlite.Copy(choice, Path.Combine(scratch, BackupNames.Sqlite), stop)
        : await HeldPostgreSql.Begin(choice, scratch, stop);

    /// <summary>Writes the pieces into the folder, one after another; the caller may remove each when it asks for the next.</summary>
    /// <returns>Name in the archive and path on the disk.</returns>
    public abstract IAsyncEnumerable<(string Name, string Path)> Parts(CancellationToken stop);

    /// <summary>Names of all tables, in order.</summary>
    public async Task<IReadOnlyList<string>> Tables(CancellationToken stop) => [.. (await Strings(TableQuery, stop).ToListAsync(stop)).Order(StringComparer.Ordinal)];

    /// <summary>Rows of each table.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Rows(CancellationToken stop)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Tables(stop))
        {
            await using var command = Command($"select count(*) from \"{table}\"");
            rows[table] = Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
        }
        return rows;
    }

    /// <summary>Steps of the schema that have run, in order.</summary>
    public async Task<IReadOnlyList<string>> SchemaSteps(CancellationToken stop) => await Strings("select module || '/' || name from platform_schema order by module, name", stop).ToListAsync(stop);

    /// <summary>Digests of the files that rows name.</summary>
    public IAsyncEnumerable<string> Files(CancellationToken stop) => Strings("select hash from platform_files order by hash", stop);

    public virtual async ValueTask DisposeAsync() => await connection.DisposeAsync();

    protected DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    protected async IAsyncEnumerable<string> Strings(string sql, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = Command(sql);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) yield return rows.GetString(0);
    }
}
