using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Platform.Data;

/// <summary>Tells, on each engine, whether a save failed because a unique key was taken in the meantime: two acts at the same moment, not a defect.</summary>
public static class UniqueKeys
{
    /// <summary>Result codes of SQLite: a unique index, and a primary key.</summary>
    private const int UniqueIndex = 2067, PrimaryKey = 1555;

    /// <summary>True where nothing but a taken key kept it from being saved.</summary>
    public static bool AreBrokenBy(DbUpdateException problem) => problem.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is UniqueIndex or PrimaryKey,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}
