using Microsoft.Data.Sqlite;

namespace Gongkai.Platform.Data;

/// <summary>
/// A SQLite file that is filled beside its place and moved there when it is whole. While it is filled nothing waits for the disk;
/// whatever stops the filling leaves no database at all, and the next attempt begins anew.
/// </summary>
public sealed class AsideDatabase
{
    private readonly string _place;
    private readonly string _aside;

    private AsideDatabase(SqliteConnectionStringBuilder settings)
    {
        _place = Path.GetFullPath(settings.DataSource);
        _aside = _place + ".loading";
        foreach (var file in Files()) File.Delete(file);
        settings.DataSource = _aside;
        Choice = new(Engine.Sqlite, settings.ConnectionString) { IsAside = true };
    }

    /// <summary>The database to fill.</summary>
    public DatabaseChoice Choice { get; }

    /// <summary>Begins a new file; what an interrupted attempt left is thrown away.</summary>
    /// <param name="wanted">The database wanted in the end.</param>
    /// <returns>Null where the database is there already, or is a server's.</returns>
    public static AsideDatabase? Begin(DatabaseChoice wanted) =>
        wanted.Engine == Engine.Sqlite && !DatabaseTrial.Exists(wanted) ? new(new SqliteConnectionStringBuilder(wanted.Connection)) : null;

    /// <summary>Brings everything onto the disk and moves the file to its place. Nobody may use it meanwhile.</summary>
    public void PutInPlace()
    {
        using (var connection = new SqliteConnection(Choice.Connection))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma synchronous = full; pragma wal_checkpoint(truncate);";
            command.ExecuteNonQuery();
            SqliteConnection.ClearPool(connection);
        }
        using (var file = File.Open(_aside, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        File.Move(_aside, _place);
        foreach (var left in Files()) File.Delete(left);
    }

    private IEnumerable<string> Files() => [_aside, _aside + "-wal", _aside + "-shm"];
}
