using Gongkai.Organs.Contracts;
using Microsoft.Extensions.Localization;

namespace Gongkai.Organs.Queries;

/// <summary>One permission in words, with the roles that hold it.</summary>
internal sealed record RightsRow(string Permission, string Name, IReadOnlySet<string> Roles);

/// <summary>The permissions of one module.</summary>
internal sealed record RightsBlock(string Module, IReadOnlyList<RightsRow> Rows);

/// <summary>Which role may do what, in the words of each module (岗位权限一览).</summary>
internal sealed class RightsTable(Roles roles, IEnumerable<ModuleWords> modules, IStringLocalizerFactory words)
{
    /// <summary>Every permission that a role holds, by module.</summary>
    public IReadOnlyList<RightsBlock> Blocks() =>
    [
        .. from module in modules
           let texts = words.Create(module.Words)
           let held = roles.All.SelectMany(role => role.Permissions).Distinct().Where(permission => permission.StartsWith($"{module.Module}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
           let rows = held.Select(permission => new RightsRow(permission, texts[ModuleWords.KeyOf(permission)], roles.All.Where(role => role.Permissions.Contains(permission)).Select(role => role.Key).ToHashSet())).ToList()
           where rows.Count > 0
           select new RightsBlock(texts[module.Name], rows),
    ];
}
