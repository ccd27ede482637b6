namespace Gongkai.Administration;

/// <summary>What a browser says it is, in a few words that its owner recognises: Edge · Windows.</summary>
internal static class BrowserWords
{
    /// <summary>The first that is found counts: every browser claims to be its forerunners too.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger/", "微信"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("QQBrowser/", "QQ浏览器"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Mark, string Name)[] Systems =
        [("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Kylin", "麒麟"), ("UOS", "统信"), ("Linux", "Linux")];

    /// <returns>Null where nothing is recognised.</returns>
    public static string? Of(string? browser)
    {
        var known = new[] { First(Browsers, browser), First(Systems, browser) }.OfType<string>().ToList();
        return known.Count == 0 ? null : string.Join(" · ", known);
    }

    private static string? First((string Mark, string Name)[] marks, string? browser) =>
        marks.FirstOrDefault(one => browser?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
