using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>The record only grows: no code changes or removes an entry, and no SQL does behind its back.</summary>
internal static class RecordGuard
{
    private static readonly Regex Sql = new(
        @"(update|delete\s+from|truncate(\s+table)?|drop\s+table(\s+if\s+exists)?|drop\s+trigger\s+\w+\s+on|merge\s+into|replace\s+into)\s+(only\s+)?""?platform_audit\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Trigger = new(@"(drop|alter|disable)\s+trigger\s+(if\s+exists\s+)?platform_audit", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Code = new(
        @"(Set<AuditEntry>\(\)[^;]*\.(Remove|RemoveRange|Update|UpdateRange|ExecuteDelete\w*|ExecuteUpdate\w*|Attach)\()|((Remove|Update|Attach)(Range)?<AuditEntry>)|(Entry\((\w*[aA]udit\w*)\)\.State\s*=)",
        RegexOptions.NonBacktracking);

    /// <summary>Statements in code and SQL files that would change the record.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Ending is ".cs" or ".sql" or ".cshtml"))
            foreach (var match in new[] { Sql, Trigger, Code }.SelectMany(pattern => pattern.Matches(file.Text)))
                yield return $"{file.At(match.Index)} changes the record: {match.Value.Split('\n')[0].Trim()}";
    }

    /// <summary>Properties of an entry that somebody else could set later. What changed is written by the platform while the entry is new.</summary>
    public static IEnumerable<string> Settable(Type entry) =>
        from property in entry.GetProperties()
        where property.SetMethod is { IsPublic: true } or { IsFamily: true }
        select $"{entry.Name}.{property.Name} can be set from outside";
}
