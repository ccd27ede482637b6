using Gongkai.Platform.Audit;

namespace Gongkai.Shape;

/// <summary>Every act has a name that people read: in the Words.resx of its module, under its code. The record and timelines show it.</summary>
internal static class ActNamesGuard
{
    /// <param name="types">Types, of which only acts are looked at.</param>
    /// <param name="words">The Words.resx of every module.</param>
    public static IEnumerable<string> Breaches(IEnumerable<Type> types, IEnumerable<SourceFile> words)
    {
        var named = words.Select(file => file.Text).ToList();
        return from type in types
               where type is { IsClass: true, IsNested: false } && type.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is null
               let code = AuditEntry.CodeOf(type)
               where !named.Exists(text => text.Contains($"name=\"{code}\"", StringComparison.Ordinal))
               select $"{type.FullName} has no name: add {code} to the Words.resx of its module";
    }
}
