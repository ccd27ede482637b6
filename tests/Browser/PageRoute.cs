using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Gongkai.Browser;

/// <summary>A page of the program, as its <c>@page</c> line names it. Read from the built program, so that a new page is known at once.</summary>
internal sealed class PageRoute
{
    private readonly Regex _addresses;

    /// <param name="template">What stands behind <c>@page</c>, such as <c>/plan/{year:int}/organs/{key}</c>.</param>
    public PageRoute(string template)
    {
        Template = template;
        var steps = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Literals = steps.Count(step => step[0] != '{');
        _addresses = new("^" + (steps.Length == 0 ? "/" : string.Concat(steps.Select(Step))) + "$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
    }

    /// <summary>Every page of the program, the most literal first: that is how an address finds its page.</summary>
    public static IReadOnlyList<PageRoute> All { get; } = [.. Templates().Select(template => new PageRoute(template)).OrderByDescending(route => route.Literals)];

    public string Template { get; }

    /// <summary>True for a page that answers with a file instead of a screen.</summary>
    public bool IsFile => Template.EndsWith("/file", StringComparison.Ordinal);

    /// <summary>True for a page of staff.</summary>
    public bool IsOfConsole => Template.StartsWith("/console", StringComparison.Ordinal);

    private int Literals { get; }

    /// <summary>The page that answers under an address; null where none does.</summary>
    /// <param name="address">Local address, with or without a query.</param>
    public static PageRoute? Of(string address) => All.FirstOrDefault(route => route._addresses.IsMatch(address.Split('?', '#')[0]));

    public override string ToString() => Template;

    private static string Step(string step)
    {
        if (step[0] != '{') return "/" + Regex.Escape(step);
        var one = step.Contains(":int", StringComparison.Ordinal) ? "/[0-9]+" : step.Contains(":guid", StringComparison.Ordinal) ? "/[0-9a-f-]{36}" : "/[^/]+";
        return step.EndsWith("?}", StringComparison.Ordinal) ? $"({one})?" : one;
    }

    private static IEnumerable<string> Templates() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        let name = Path.GetFileNameWithoutExtension(file)
        where name.StartsWith("gongkai", StringComparison.OrdinalIgnoreCase)
        from item in Assembly.Load(name).GetCustomAttributes<RazorCompiledItemAttribute>()
        where item.Kind == "mvc.1.0.razor-page"
        select item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == "RouteTemplate")?.Value
            ?? throw new InvalidOperationException($"{item.Identifier} has no address behind @page.");
}
