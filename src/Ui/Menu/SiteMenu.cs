using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.Menu;

/// <summary>Puts the menu of an area together from what the modules added.</summary>
internal sealed class SiteMenu(
    IEnumerable<MenuItem> items, IEnumerable<IMenuCount> counts, IEnumerable<IMenuPermission> permissions, IStringLocalizerFactory words)
{
    /// <summary>The lines of an area that this visitor may see, in order.</summary>
    /// <param name="area">Portal or console.</param>
    /// <param name="http">The request: its user, and its path, which marks the current line.</param>
    /// <param name="current">Key of the current line where the path does not tell; null to go by the path.</param>
    /// <exception cref="InvalidOperationException">Two lines of the area have the same key.</exception>
    public async Task<IReadOnlyList<MenuLine>> Lines(MenuArea area, HttpContext http, string? current)
    {
        var seen = new List<MenuItem>();
        foreach (var item in items.Where(item => item.Area == area).OrderBy(item => item.Order).ThenBy(item => item.Key, StringComparer.Ordinal))
        {
            if (seen.Exists(other => other.Key == item.Key)) throw new InvalidOperationException($"Two menu lines are called {item.Key}.");
            if (await IsSeenBy(http, item)) seen.Add(item);
        }

        current ??= seen.Where(item => IsUnder(http.Request.Path, item.Href)).MaxBy(item => item.Href.Length)?.Key;
        var lines = new List<MenuLine>(seen.Count);
        foreach (var item in seen)
        {
            lines.Add(new(words.Create(item.Words ?? typeof(Words))[item.Text], item.Href, await CountOf(item, http), item.Key == current));
        }

        return lines;
    }

    private async ValueTask<bool> IsSeenBy(HttpContext http, MenuItem item)
    {
        if (item.Permission is null) return true;
        foreach (var permission in permissions)
        {
            if (await permission.Holds(http.User, item.Permission, http.RequestAborted)) return true;
        }

        return false;
    }

    private async ValueTask<int?> CountOf(MenuItem item, HttpContext http) =>
        item.Area == MenuArea.Console && counts.FirstOrDefault(count => count.Key == item.Key) is { } counter
            ? await counter.Count(http.User, http.RequestAborted) is > 0 and var waiting ? waiting : null
            : null;

    /// <summary>The first page contains every path, so it counts only as itself.</summary>
    private static bool IsUnder(PathString path, string href) =>
        href == "/" ? path == "/" : path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase);
}
