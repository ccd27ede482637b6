using System.Data;
using System.Runtime.CompilerServices;
using Gongkai.Platform.Data;
using Npgsql;

namespace Gongkai.Platform.Backups;

/// <summary>A PostgreSQL database in one transaction that sees nothing of what others commit after it began.</summary>
internal sealed class HeldPostgreSql : HeldDatabase
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly string _scratch;

    private HeldPostgreSql(NpgsqlConnection connection, NpgsqlTransaction transaction, string scratch) : base(connection) =>
        (_connection, _transaction, _scratch) = (connection, transaction, scratch);

    protected override string TableQuery => "select tablename from pg_tables where schemaname = current_schema()";

    /// <summary>Begins a transaction that only reads.</summary>
    public static async Task<HeldPostgreSql> Begin(DatabaseChoice choice, string scratch, CancellationToken stop)
    {
        var held = await Begin(choice, scratch, IsolationLevel.RepeatableRead, stop);
        await using var readOnly = held.Command("set transaction read only");
        await readOnly.ExecuteNonQueryAsync(stop);
        return held;
    }

    /// <summary>Begins a transaction of its own session.</summary>
    public static async Task<HeldPostgreSql> Begin(DatabaseChoice choice, string scratch, IsolationLevel level, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(choice.Connection) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            return new(connection, await connection.BeginTransactionAsync(level, stop), scratch);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async IAsyncEnumerable<(string Name, string Path)> Parts([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var table in await Tables(stop))
        {
            var path = Path.Combine(_scratch, table);
            await using (var rows = await _connection.BeginRawBinaryCopyAsync($"copy {await Columns(table, stop)} to stdout (format binary)", stop))
            await using (var file = File.Create(path))
                await rows.CopyToAsync(file, stop);
            yield return (BackupNames.OfTable(table), path);
        }
    }

    /// <summary>
    /// Makes the tables and loads their rows. References are checked when everything is there, and triggers rest: they guard what people do.
    /// </summary>
    /// <param name="schema">Steps of the schema to run, in order.</param>
    /// <param name="tables">Each table with the file that holds its rows.</param>
    /// <param name="stop">Gives up.</param>
    public async Task Load(IEnumerable<SchemaFile> schema, IReadOnlyList<(string Table, string Path)> tables, CancellationToken stop)
    {
        await Execute(Migrations.Ledger, stop);
        foreach (var file in schema) await Execute(file.Sql, stop);

        var references = await Strings("select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace", stop).ToListAsync(stop);
        await Each("select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace", stop);
        await Each("select format('alter table %I disable trigger user', tablename) from pg_tables where schemaname = current_schema()", stop);
        foreach (var (table, path) in tables)
        {
            // A step of the schema may have put rows there: those of the archive stand in their place.
            await Execute($"do $$ begin if exists (select from \"{table}\") then truncate \"{table}\"; end if; end $$", stop);
            await using (var rows = await _connection.BeginRawBinaryCopyAsync($"copy {await Columns(table, stop)} from stdin (format binary)", stop))
            await using (var file = File.OpenRead(path))
                await file.CopyToAsync(rows, stop);
        }
        await Each(
            """
            select format('select setval(%L, coalesce((select max(%I) from %I), 0) + 1, false)', pg_get_serial_sequence(quote_ident(table_name), column_name), column_name, table_name)
            from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'
            """,
            stop);
        await Each("select format('alter table %I enable trigger user', tablename) from pg_tables where schemaname = current_schema()", stop);
        foreach (var reference in references) await Execute(reference, stop);
    }

    public Task Commit(CancellationToken stop) => _transaction.CommitAsync(stop);

    public override async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>The table with its own columns; those that it computes are not copied.</summary>
    private async Task<string> Columns(string table, CancellationToken stop) =>
        $"\"{table}\" ({string.Join(", ", await Strings($"select quote_ident(column_name) from information_schema.columns where table_schema = current_schema() and table_name = '{table}' and is_generated = 'NEVER' order by column_name", stop).ToListAsync(stop))})";

    private async Task Execute(string sql, CancellationToken stop)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task Each(string query, CancellationToken stop)
    {
        foreach (var sql in await Strings(query, stop).ToListAsync(stop)) await Execute(sql, stop);
    }
}
