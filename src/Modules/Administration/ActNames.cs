using System.Text.RegularExpressions;
using Gongkai.Platform.Data;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration;

/// <summary>
/// What acts and kinds of thing are called: each module's Words.resx names its own, an act under its code (<c>organs.RenameOrgan</c>),
/// a kind under <c>subject.organ</c>. Those of the platform, which has no words, are named here.
/// </summary>
internal sealed partial class ActNames
{
    private const string KindKey = "subject.";

    private readonly IReadOnlyList<IStringLocalizer> _words;
    private readonly HashSet<string> _modules;

    public ActNames(IEnumerable<SchemaSource> modules, IStringLocalizerFactory words)
    {
        var known = modules.Select(module => (module.Module, Words: module.Assembly.GetType($"{module.Assembly.GetName().Name}.Words"))).Where(module => module.Words is not null).ToList();
        _words = [words.Create(typeof(Words)), .. known.Where(module => module.Words != typeof(Words)).Select(module => words.Create(module.Words!))];
        _modules = [.. known.Select(module => module.Module), "administration", "platform"];
    }

    /// <summary>Every act with its name, by name.</summary>
    public IReadOnlyList<(string Code, string Name)> Acts => Named(key => Code().IsMatch(key) && _modules.Contains(key.Split('.')[0]));

    /// <summary>Every kind of thing with its name, by name.</summary>
    public IReadOnlyList<(string Kind, string Name)> Kinds => [.. Named(key => key.StartsWith(KindKey, StringComparison.Ordinal)).Select(kind => (kind.Code[KindKey.Length..], kind.Name))];

    /// <summary>What an act is called; its code where nobody named it.</summary>
    public string OfAct(string code) => Find(code) ?? code;

    /// <summary>What a kind of thing is called; the kind itself where nobody named it.</summary>
    public string OfKind(string kind) => Find(KindKey + kind) ?? kind;

    private string? Find(string key) => _words.Select(words => words[key]).FirstOrDefault(found => !found.ResourceNotFound)?.Value;

    private IReadOnlyList<(string Code, string Name)> Named(Func<string, bool> which) =>
        [.. _words.SelectMany(words => words.GetAllStrings(includeParentCultures: true)).Where(word => which(word.Name)).DistinctBy(word => word.Name)
            .Select(word => (word.Name, word.Value)).OrderBy(word => word.Value, StringComparer.CurrentCulture)];

    [GeneratedRegex("^[a-z]+\\.[A-Z][A-Za-z]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
