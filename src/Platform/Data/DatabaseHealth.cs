using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.Platform.Data;

/// <summary>What a database says of itself.</summary>
/// <param name="Version">Engine and version.</param>
/// <param name="VersionNumber">PostgreSQL's major version; 0 for SQLite.</param>
/// <param name="Encoding">Character set of the database.</param>
/// <param name="Fault">What SQLite's own check found; null where nothing, or on a server.</param>
/// <param name="Drift">By how much the server's clock is ahead of this machine's; null on this machine itself.</param>
/// <param name="MayWrite">True where a row can be written; nothing stays of the trial.</param>
public sealed record DatabaseHealth(string Version, int VersionNumber, string Encoding, string? Fault, TimeSpan? Drift, bool MayWrite)
{
    /// <summary>Asks a database that has its schema.</summary>
    public static async Task<DatabaseHealth> Ask(DatabaseChoice choice, TimeProvider time, CancellationToken stop)
    {
        await using DbConnection connection = choice.Engine == Engine.Sqlite ? new SqliteConnection(choice.Connection) : new NpgsqlConnection(choice.Connection);
        await connection.OpenAsync(stop);
        if (choice.Engine == Engine.Sqlite)
        {
            var check = await QuickCheck(connection, stop);
            return new($"SQLite {connection.ServerVersion}", 0, await Ask(connection, "pragma encoding", stop), check == "ok" ? null : check, null, await TryWriting(connection, stop));
        }

        var before = time.GetUtcNow();
        var server = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(await Ask(connection, "select floor(extract(epoch from clock_timestamp()) * 1000)::bigint", stop), CultureInfo.InvariantCulture));
        var between = before + ((time.GetUtcNow() - before) / 2);
        var version = await Ask(connection, "show server_version", stop);
        return new($"PostgreSQL {version}", int.Parse(version.Split('.', ' ')[0], CultureInfo.InvariantCulture), await Ask(connection, "show server_encoding", stop), null, server - between, await TryWriting(connection, stop));
    }

    private static async Task<string> QuickCheck(DbConnection connection, CancellationToken stop)
    {
        try
        {
            return await Ask(connection, "pragma quick_check(1)", stop);
        }
        catch (SqliteException problem)
        {
            return problem.Message; // too damaged even to be checked
        }
    }

    private static async Task<string> Ask(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) ?? "";
    }

    private static async Task<bool> TryWriting(DbConnection connection, CancellationToken stop)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into platform_settings (key, value) values ('platform.doctor', '')";
            await command.ExecuteNonQueryAsync(stop);
            await transaction.RollbackAsync(stop);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
