using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.Platform.Data;

/// <summary>What may stand between the program and its database.</summary>
public enum DatabaseFault
{
    /// <summary>The folder in which the SQLite file should lie does not exist.</summary>
    FolderMissing,

    /// <summary>The SQLite file or its folder may not be written; the write-ahead log needs both.</summary>
    NotWritable,

    /// <summary>The file is there, but it is no SQLite database.</summary>
    NotADatabase,

    /// <summary>No server answers at the address within the time given.</summary>
    Unreachable,

    /// <summary>The server answers and refuses user or password.</summary>
    SignInRefused,

    /// <summary>The server answers and has no database of that name.</summary>
    DatabaseMissing,

    /// <summary>Anything else; the engine's own words tell.</summary>
    Other,
}

/// <summary>A fault and where it was found.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Place">Folder, file, or <c>host:port/database</c>; never a secret.</param>
/// <param name="Words">The engine's own words; empty where there are none.</param>
public sealed record DatabaseProblem(DatabaseFault Fault, string Place, string Words = "");

/// <summary>Tries a database before anything stands on it, so that a wrong setting ends in a sentence and not in a trace.</summary>
public static class DatabaseTrial
{
    private const int NotADatabase = 26;

    /// <summary>The longest wait for a server, in seconds.</summary>
    public const int Patience = 4;

    /// <summary>Opens the database once.</summary>
    /// <param name="choice">The database to try. A SQLite file that is not there yet is no fault: it can be made.</param>
    /// <param name="stop">Ends the trial early.</param>
    /// <returns>What is wrong; null when the database can be used.</returns>
    public static Task<DatabaseProblem?> Run(DatabaseChoice choice, CancellationToken stop) =>
        choice.Engine == Engine.Sqlite ? TrySqlite(choice.Connection, stop) : TryPostgreSql(choice.Connection, stop);

    /// <summary>True when a SQLite file is there, or when the database is a server's.</summary>
    public static bool Exists(DatabaseChoice choice) =>
        choice.Engine != Engine.Sqlite || File.Exists(new SqliteConnectionStringBuilder(choice.Connection).DataSource);

    /// <summary>Tries to write into a folder.</summary>
    /// <returns>False when nothing can be written there.</returns>
    public static bool IsWritable(string folder)
    {
        // An access check would lie on network shares and for read-only mounts; only writing tells.
        var probe = Path.Combine(folder, $".gongkai-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task<DatabaseProblem?> TrySqlite(string connection, CancellationToken stop)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
        var folder = Path.GetDirectoryName(file) ?? file;
        if (!Directory.Exists(folder)) return new(DatabaseFault.FolderMissing, folder);
        if (Directory.Exists(file)) return new(DatabaseFault.NotADatabase, file);
        if (!IsWritable(folder)) return new(DatabaseFault.NotWritable, folder);
        if (!File.Exists(file)) return null;
        try
        {
            await using (File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)) { }
            await using var opened = new SqliteConnection(connection);
            await opened.OpenAsync(stop);
            await using var command = opened.CreateCommand();
            command.CommandText = "select count(*) from sqlite_master";
            await command.ExecuteScalarAsync(stop);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return new(DatabaseFault.NotWritable, file);
        }
        catch (SqliteException problem)
        {
            return new(problem.SqliteErrorCode == NotADatabase ? DatabaseFault.NotADatabase : DatabaseFault.Other, file, problem.Message);
        }
    }

    private static async Task<DatabaseProblem?> TryPostgreSql(string connection, CancellationToken stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Timeout = Patience };
        var place = $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(Patience));
        try
        {
            await using var opened = new NpgsqlConnection(settings.ConnectionString);
            await opened.OpenAsync(patience.Token);
            return null;
        }
        catch (PostgresException problem)
        {
            return new(FaultOf(problem.SqlState), place, problem.MessageText);
        }
        catch (Exception problem) when (problem is DbException or OperationCanceledException or System.Net.Sockets.SocketException && !stop.IsCancellationRequested)
        {
            return new(DatabaseFault.Unreachable, place, problem.Message);
        }
    }

    private static DatabaseFault FaultOf(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => DatabaseFault.SignInRefused,
        PostgresErrorCodes.InvalidCatalogName => DatabaseFault.DatabaseMissing,
        _ => DatabaseFault.Other,
    };
}
