using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>What stands in the database, in a line for each table: two digests that are equal mean that nothing was changed.</summary>
internal static class Digest
{
    /// <summary>What grows or moves by being asked alone: the record of what was tried, and when a session was seen.</summary>
    private static readonly string[] LeftOut = ["platform_audit", "platform_sessions.seen_at"];

    public static Task<Dictionary<string, string>> Of(Site site) => site.AsSystem().Run(async (Db db) =>
    {
        var stop = TestContext.Current.CancellationToken;
        var lines = new Dictionary<string, string>();
        await db.Database.OpenConnectionAsync(stop);
        foreach (var table in db.Model.GetRelationalModel().Tables.Where(table => !LeftOut.Contains(table.Name)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select {string.Join(", ", table.Columns.Where(column => !LeftOut.Contains($"{table.Name}.{column.Name}")).Select(column => $"\"{column.Name}\""))} from {table.Name}";
            var rows = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) rows.Add(string.Join('\u001f', Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(at)}")));
            lines[table.Name] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', rows.Order(StringComparer.Ordinal)))));
        }
        await db.Database.CloseConnectionAsync();
        return lines;
    });

    /// <summary>Tables that are not what they were.</summary>
    public static IEnumerable<string> Changed(Dictionary<string, string> before, Dictionary<string, string> after) => before.Where(line => after[line.Key] != line.Value).Select(line => line.Key);
}
