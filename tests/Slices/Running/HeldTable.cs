using Gongkai.Testing;
using Npgsql;

namespace Gongkai.Slices.Running;

/// <summary>A table of a PostgreSQL database into which nobody can write until this is let go, so that a test knows where an act stands.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private readonly string _table;

    private HeldTable(NpgsqlConnection connection, NpgsqlTransaction transaction, string table) => (_connection, _transaction, _table) = (connection, transaction, table);

    public static async Task<HeldTable> Hold(Site site, string table)
    {
        var connection = new NpgsqlConnection(await site.DatabaseSetting());
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand($"lock table {table} in exclusive mode", connection);
        await take.ExecuteNonQueryAsync();
        return new(connection, transaction, table);
    }

    /// <summary>Returns when somebody waits for the table.</summary>
    /// <param name="act">What shall come to wait for it; a failure where it is over without having waited.</param>
    /// <param name="stop">Ends the waiting with the test.</param>
    public async Task IsWaitedFor(Task act, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand("select count(*) from pg_locks where not granted and relation = $1::regclass and database = (select oid from pg_database where datname = current_database())", _connection);
        ask.Parameters.Add(new() { Value = _table });
        await Until.Holds($"somebody waits for {_table}", IsAsked, stop);

        async Task<bool> IsAsked(CancellationToken patience)
        {
            if ((long)(await ask.ExecuteScalarAsync(patience))! > 0) return true;
            return act.IsCompleted ? throw new InvalidOperationException($"Over without waiting for {_table}: {act.Status}", act.Exception) : false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
