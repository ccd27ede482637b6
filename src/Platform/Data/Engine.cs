using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Platform.Data;

/// <summary>The database engines a site can stand on.</summary>
public enum Engine
{
    /// <summary>Embedded, one machine; the default.</summary>
    Sqlite,

    /// <summary>A server beside it, for more than one machine.</summary>
    PostgreSql,
}

/// <summary>Which database a site uses: one connection setting tells both engine and place.</summary>
/// <param name="Engine">Engine the connection speaks to.</param>
/// <param name="Connection">Connection string in that engine's own form.</param>
public sealed record DatabaseChoice(Engine Engine, string Connection)
{
    /// <summary>
    /// Reads a connection setting: <c>Host=…</c> is PostgreSQL; <c>Data Source=…</c> or a bare file path is SQLite.
    /// </summary>
    /// <param name="setting">The value of the setting <c>Database</c>.</param>
    public static DatabaseChoice Read(string setting)
    {
        if (setting.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new(Engine.PostgreSql, new NpgsqlConnectionStringBuilder(setting) { IncludeErrorDetail = false }.ConnectionString);

        var sqlite = setting.Contains('=') ? new SqliteConnectionStringBuilder(setting) : new SqliteConnectionStringBuilder { DataSource = setting };
        sqlite.ForeignKeys = true;
        return new(Engine.Sqlite, sqlite.ConnectionString);
    }

    /// <summary>True for a database that is filled aside: see <see cref="AsideDatabase"/>.</summary>
    internal bool IsAside { get; init; }

    internal void Use(DbContextOptionsBuilder options)
    {
        if (Engine == Engine.Sqlite) options.UseSqlite(Connection).AddInterceptors(IsAside ? SqlitePragmas.Fast : SqlitePragmas.Safe);
        else options.UseNpgsql(Connection);
    }
}
