using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Data;

/// <summary>One numbered SQL file of a module.</summary>
/// <param name="Module">Module it belongs to, lower case.</param>
/// <param name="Name">File name without ending, such as <c>0001-organs</c>; files of a module run in this order.</param>
/// <param name="Sql">Statements for the engine in use.</param>
public sealed record SchemaFile(string Module, string Name, string Sql);

/// <summary>How the schema of a database stands against the one the program was built for.</summary>
/// <param name="Pending">Files that have not run yet, <c>module/name</c>, in order; the database is older than the program.</param>
/// <param name="Unknown">Files that have run and that the program does not know; the database is newer than the program.</param>
public sealed record SchemaState(IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown);

/// <summary>
/// Brings a database up to the schema that the program needs: the numbered SQL files of each module, each once, each in a transaction
/// of its own, modules in the order of their floors. A file that stands has run and is never edited; a change is a new file.
/// </summary>
public sealed class Migrations(Db db, IEnumerable<SchemaSource> sources, TimeProvider time)
{
    /// <summary>Names the lock that one PostgreSQL session holds while it brings the schema up.</summary>
    private const long Turn = 7110034;

    internal const string Ledger = "create table if not exists platform_schema (module text not null, name text not null, applied_at text not null, primary key (module, name))";

    /// <summary>Compares the database with the program; changes nothing.</summary>
    public async Task<SchemaState> State(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var done = await HasLedger(stop) ? await Done(stop) : [];
            var known = sources.SelectMany(source => source.Files(db.OnPostgreSql)).Select(file => (file.Module, file.Name)).ToList();
            return new([.. known.Except(done).Select(Path)], [.. done.Except(known).Select(Path)]);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        static string Path((string Module, string Name) file) => $"{file.Module}/{file.Name}";
    }

    /// <summary>
    /// Runs what has not run yet. Several programs may do so at once: on PostgreSQL they take turns for the whole run, on SQLite for each
    /// file, whose transaction is the only one that writes; whoever comes later finds the work done.
    /// </summary>
    /// <returns>The files that were run here, in order; empty when the schema was current.</returns>
    public async Task<IReadOnlyList<SchemaFile>> Run(CancellationToken stop)
    {
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(0); // a step over many rows, or another's turn, takes as long as it takes
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.OnPostgreSql) await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({Turn})", stop);
            await db.Database.ExecuteSqlRawAsync(Ledger, stop);
            var ran = new List<SchemaFile>();
            foreach (var file in sources.SelectMany(source => source.Files(db.OnPostgreSql)))
                if (await Run(file, stop)) ran.Add(file);
            return ran;
        }
        finally
        {
            // The lock goes with the session: one that is broken cannot be asked for it.
            if (db.OnPostgreSql && db.Database.GetDbConnection().State == ConnectionState.Open)
                await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Turn})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
            db.Database.SetCommandTimeout(patience);
        }
    }

    private async Task<bool> HasLedger(CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.OnPostgreSql
            ? "select count(*) from pg_tables where schemaname = current_schema() and tablename = 'platform_schema'"
            : "select count(*) from sqlite_master where type = 'table' and name = 'platform_schema'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) > 0;
    }

    private async Task<HashSet<(string Module, string Name)>> Done(CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "select module, name from platform_schema";
        await using var rows = await command.ExecuteReaderAsync(stop);
        var done = new HashSet<(string Module, string Name)>();
        while (await rows.ReadAsync(stop)) done.Add((rows.GetString(0), rows.GetString(1)));
        return done;
    }

    /// <returns>False where it had run already.</returns>
    private async Task<bool> Run(SchemaFile file, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Database.SqlQuery<int>($"select count(*) as \"Value\" from platform_schema where module = {file.Module} and name = {file.Name}").SingleAsync(stop) > 0) return false;
        try
        {
            await db.Database.ExecuteSqlRawAsync(file.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), stop);
            await db.Database.ExecuteSqlAsync($"insert into platform_schema (module, name, applied_at) values ({file.Module}, {file.Name}, {time.GetUtcNow().ToString("O")})", stop);
            await transaction.CommitAsync(stop);
            return true;
        }
        catch (DbException problem)
        {
            throw new InvalidOperationException($"{file.Module}/{file.Name}: {problem.Message}", problem);
        }
    }
}

/// <summary>Where a module's SQL files lie: embedded in its assembly as <c>schema/module/name.sql</c>.</summary>
/// <param name="Module">Module name, lower case.</param>
/// <param name="Assembly">Assembly that holds the files.</param>
public sealed record SchemaSource(string Module, Assembly Assembly)
{
    private const string PostgreSql = ".postgres.sql";

    /// <summary>The files for one engine, in order: the dialect's own file where one stands beside the general one.</summary>
    internal IEnumerable<SchemaFile> Files(bool postgreSql)
    {
        var prefix = $"schema/{Module}/";
        var names = Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToHashSet();
        foreach (var name in names.Where(name => !name.EndsWith(PostgreSql, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var dialect = name[..^".sql".Length] + PostgreSql;
            yield return new(Module, name[prefix.Length..^".sql".Length], Read(postgreSql && names.Contains(dialect) ? dialect : name));
        }
    }

    private string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
