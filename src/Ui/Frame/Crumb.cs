using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongkai.Ui.Frame;

/// <summary>One step of the bread crumb.</summary>
/// <param name="Text">What the step is called.</param>
/// <param name="Href">Where it leads; null for the page itself, the last step.</param>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>What a page tells its layout.</summary>
public static class PageHead
{
    private const string TitleKey = "Title", CrumbKey = "Crumbs", MenuKey = "Menu", WideKey = "Wide";

    /// <summary>Names the page: the browser's title and the last step of the bread crumb.</summary>
    /// <param name="view">The page's ViewData.</param>
    /// <param name="title">Name of the page, without the name of the site.</param>
    /// <param name="steps">Steps from the first page down to this one's parent, without both.</param>
    public static void Head(this ViewDataDictionary view, string title, params IReadOnlyList<Crumb> steps)
    {
        view[TitleKey] = title;
        view[CrumbKey] = steps;
    }

    /// <summary>Marks the menu line this page belongs to, where its address does not tell.</summary>
    /// <param name="view">The page's ViewData.</param>
    /// <param name="key">Key of the <see cref="Menu.MenuItem"/>.</param>
    public static void UnderMenu(this ViewDataDictionary view, string key) => view[MenuKey] = key;

    /// <summary>Lets the page's sections run to the edges (a first page with bands) instead of the column.</summary>
    public static void EdgeToEdge(this ViewDataDictionary view) => view[WideKey] = true;

    internal static string? Title(this ViewDataDictionary view) => view[TitleKey] as string;

    internal static IReadOnlyList<Crumb>? Crumbs(this ViewDataDictionary view) => view[CrumbKey] as IReadOnlyList<Crumb>;

    internal static string? MenuKeyOf(this ViewDataDictionary view) => view[MenuKey] as string;

    internal static bool IsEdgeToEdge(this ViewDataDictionary view) => view[WideKey] is true;
}
