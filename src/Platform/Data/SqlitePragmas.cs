using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Platform.Data;

/// <summary>
/// Sets what SQLite keeps per connection. The write-ahead log lets readers go on while one writes; a writer waits for another
/// rather than failing at once; every commit is on the disk before it is acknowledged.
/// </summary>
/// <param name="synchronous">Value of the pragma of that name.</param>
internal sealed class SqlitePragmas(string synchronous) : DbConnectionInterceptor
{
    private readonly string _pragmas = $"pragma journal_mode = wal; pragma synchronous = {synchronous}; pragma busy_timeout = 10000; pragma foreign_keys = on;";

    /// <summary>For a database that people work in.</summary>
    public static readonly SqlitePragmas Safe = new("full");

    /// <summary>For a database that is still being filled aside and is thrown away when that is interrupted.</summary>
    public static readonly SqlitePragmas Fast = new("off");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
