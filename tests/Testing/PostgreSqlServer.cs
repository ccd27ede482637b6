using System.Diagnostics;
using Npgsql;

namespace Gongkai.Testing;

/// <summary>
/// The PostgreSQL that tests use: the one GONGKAI_TEST_POSTGRES names (its user may create databases), or a private one made of
/// Debian's programs in a temporary folder, without the safety of a real one. It lives as long as this process: its keeper
/// reads our pipe, and when the pipe closes, even after a kill -9, it stops the server and removes the folder.
/// </summary>
public static class PostgreSqlServer
{
    /// <summary>Runs as a user who is not root, because PostgreSQL refuses root.</summary>
    private const string Keeper = """
        set -e
        bin=$1
        home=$(mktemp -d /tmp/gongkai-pg.XXXXXX)
        trap 'rm -rf "$home"' EXIT
        trap '' INT
        cd "$home"
        "$bin/initdb" -D data -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >log 2>&1 || { cat log >&2; exit 1; }
        "$bin/pg_ctl" -D data -l log -w -s -o "-k $home -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB" start >&2 || { cat log >&2; exit 1; }
        echo "$home"
        cat >/dev/null
        "$bin/pg_ctl" -D data -m immediate -s stop
        """;

    private static readonly Lazy<Task<string?>> Connection = new(Start);

    /// <summary>Held for the life of this process: a collected one closes its pipe, and the server goes.</summary>
    private static Process? _keeper;

    /// <summary>Why there is no server; null when there is one.</summary>
    public static async Task<string?> WhyNot() => await Connection.Value is null ? "PostgreSQL: not installed here (apt-get install postgresql)" : null;

    /// <summary>Connection to a database of the server.</summary>
    /// <exception cref="InvalidOperationException">There is no server.</exception>
    public static async Task<string> ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(await Connection.Value ?? throw new InvalidOperationException(await WhyNot())) { Database = database }.ConnectionString;

    /// <summary>Runs one statement on the server, outside any test's database.</summary>
    public static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> Start()
    {
        if (Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is { Length: > 0 } given) return given;
        if (Programs() is not { } programs) return null;

        string[] shell = ["/bin/sh", "-c", Keeper, "gongkai-postgresql", programs];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var keeper = _keeper = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/tmp",
        })!;
        var folder = await keeper.StandardOutput.ReadLineAsync();
        if (string.IsNullOrEmpty(folder)) throw new InvalidOperationException($"PostgreSQL is installed but did not start: {await keeper.StandardError.ReadToEndAsync()}");
        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Folder of the server's programs, the newest version first; null where none is installed.</summary>
    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => Version(version)).Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
}
