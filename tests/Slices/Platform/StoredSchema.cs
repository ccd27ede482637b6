using System.Data.Common;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Slices.Platform;

/// <summary>Writes a schema down line by line, once as the program maps it and once as the database has it: equal lines, equal schema.</summary>
internal static class StoredSchema
{
    /// <summary>The ledger of migrations is theirs alone and mapped nowhere.</summary>
    private const string Unmapped = "platform_schema";

    /// <summary>Every table, column (with its type on PostgreSQL), primary key and index, as mapped.</summary>
    public static List<string> AsMapped(Db db)
    {
        var typed = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);
        var lines = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            lines.AddRange(table.Columns.Select(column => Column(table.Name, column.Name, typed ? column.StoreType : null, column.IsNullable)));
            lines.Add(Key(table.Name, table.PrimaryKey?.Columns.Select(column => column.Name) ?? []));
            lines.AddRange(table.Indexes.Select(index => Index(table.Name, index.Name, index.IsUnique, index.Columns.Select(column => column.Name))));
        }
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>The same, as the database has it.</summary>
    public static async Task<List<string>> AsStored(Db db, CancellationToken stop)
    {
        var onPostgreSql = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);
        await db.Database.OpenConnectionAsync(stop);
        var lines = onPostgreSql ? await PostgreSql(db.Database.GetDbConnection(), stop) : await Sqlite(db.Database.GetDbConnection(), stop);
        await db.Database.CloseConnectionAsync();
        return [.. lines.Where(line => !line.StartsWith(Unmapped, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> Sqlite(DbConnection connection, CancellationToken stop)
    {
        var lines = new List<string>();
        foreach (var name in await Rows(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'", row => row.GetString(0), stop))
        {
            var columns = await Rows(connection, $"select name, \"notnull\", pk from pragma_table_info('{name}')", row => (Name: row.GetString(0), NotNull: row.GetInt64(1) > 0, Key: row.GetInt64(2)), stop);
            lines.AddRange(columns.Select(column => Column(name, column.Name, null, !column.NotNull)));
            lines.Add(Key(name, columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name)));
            foreach (var (index, unique) in await Rows(connection, $"select name, \"unique\" from pragma_index_list('{name}') where origin <> 'pk'", row => (row.GetString(0), row.GetInt64(1) > 0), stop))
                lines.Add(Index(name, index, unique, await Rows(connection, $"select name from pragma_index_info('{index}') order by seqno", row => row.GetString(0), stop)));
        }
        return lines;
    }

    private static async Task<List<string>> PostgreSql(DbConnection connection, CancellationToken stop)
    {
        const string Columns = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            """;
        const string Indexes = """
            select t.relname, i.relname, x.indisunique, x.indisprimary, array_to_string(array(
                select a.attname from unnest(x.indkey) with ordinality as k(attnum, place)
                join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.place), ',')
            from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
            where t.relnamespace = current_schema()::regnamespace
            """;
        var lines = await Rows(connection, Columns, row => Column(row.GetString(0), row.GetString(1), row.GetString(2), !row.GetBoolean(3)), stop);
        lines.AddRange(await Rows(connection, Indexes, row => row.GetBoolean(3)
            ? Key(row.GetString(0), row.GetString(4).Split(','))
            : Index(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetString(4).Split(',')), stop));
        return lines;
    }

    private static string Column(string table, string name, string? type, bool nullable) => $"{table}.{name} {type} {(nullable ? "null" : "not null")}";

    private static string Key(string table, IEnumerable<string> columns) => $"{table} key ({string.Join(", ", columns)})";

    private static string Index(string table, string name, bool unique, IEnumerable<string> columns) => $"{table} {(unique ? "unique " : "")}index {name} ({string.Join(", ", columns)})";

    private static async Task<List<T>> Rows<T>(DbConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(stop);
        var all = new List<T>();
        while (await rows.ReadAsync(stop)) all.Add(read(rows));
        return all;
    }
}
