using System.Globalization;
using System.Resources;
using Gongkai.Organs.Contracts;

namespace Gongkai.Shape;

/// <summary>Every permission that a role holds has a Chinese name among its module's texts, for the table of rights.</summary>
internal static class PermissionWordsGuard
{
    /// <summary>Permissions without a name, and modules that do not say where their names lie.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<RoleGrant> grants, IReadOnlyCollection<ModuleWords> modules)
    {
        foreach (var permission in grants.SelectMany(grant => grant.Permissions).Distinct())
        {
            if (modules.FirstOrDefault(module => permission.StartsWith($"{module.Module}.", StringComparison.Ordinal)) is not { } module)
                yield return $"{permission} belongs to a module that adds no ModuleWords";
            else if (TextsOf(module.Words).GetString(ModuleWords.KeyOf(permission), CultureInfo.InvariantCulture) is not { Length: > 0 })
                yield return $"{permission} has no Chinese name: add {ModuleWords.KeyOf(permission)} to Resources/Words.resx of its module";
        }
    }

    private static ResourceManager TextsOf(Type words) => new($"{words.Assembly.GetName().Name}.Resources.Words", words.Assembly);
}
