using Gongkai.Testing;
using Npgsql;

namespace Gongkai.Slices.Running;

/// <summary>A table of a PostgreSQL database into which nobody can write until this is let go, so that a test knows where an act stands.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private HeldTable(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<HeldTable> Hold(Site site, string table)
    {
        var connection = new NpgsqlConnection(await site.DatabaseSetting());
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand($"lock table {table} in exclusive mode", connection);
        await take.ExecuteNonQueryAsync();
        return new(connection, transaction);
    }

    /// <summary>Returns when somebody waits for the table.</summary>
    public async Task IsWaitedFor(CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand("select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())", _connection);
        while ((long)(await ask.ExecuteScalarAsync(stop))! == 0) await Task.Yield();
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
