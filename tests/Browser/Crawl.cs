using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gongkai.Browser;

/// <summary>One page at which a walk stops.</summary>
/// <param name="Address">Its local address.</param>
/// <param name="Route">The page that answers there.</param>
/// <param name="IsFirst">False where the walk has seen the page before, with other query values.</param>
internal sealed record Stop(string Address, PageRoute Route, bool IsFirst);

/// <summary>Walks a site along its links, one address of each kind: the same page asked with the same query names is one kind.</summary>
internal static partial class Crawl
{
    /// <summary>Visits one page of each kind that can be reached, and hands each over when it stands.</summary>
    /// <param name="page">Window to walk in.</param>
    /// <param name="start">Local address to begin at.</param>
    /// <param name="views">How often to look at one page, with different query names.</param>
    /// <param name="enter">Pages to go to; links to others are left alone.</param>
    /// <param name="further">How many addresses of kinds already seen to read as well, for links to kinds that none has led to yet.</param>
    /// <param name="look">What to do on each page.</param>
    /// <returns>The pages visited, and links that lead nowhere.</returns>
    public static async Task<(IReadOnlySet<PageRoute> Pages, IReadOnlyList<string> Dead)> Walk(IPage page, string start, int views, int further, Func<PageRoute, bool> enter, Func<Stop, Task> look)
    {
        var (kinds, pages, dead) = (new HashSet<string>(), new HashSet<PageRoute>(), new List<string>());
        var seen = new Dictionary<PageRoute, int>();
        var ahead = new Queue<(string Address, string From)>([(start, "")]);
        var (likewise, read) = (new Queue<string>(), new HashSet<string>());
        while (ahead.Count > 0 || (further > 0 && likewise.Count > 0))
        {
            if (!ahead.TryDequeue(out var next))
            {
                further--;
                var one = likewise.Dequeue();
                var likeIt = await page.APIRequest.GetAsync(one);
                if (!likeIt.Ok) dead.Add($"a page like others, {one}, answers {likeIt.Status}");
                foreach (var link in LinksIn(await likeIt.TextAsync()).Where(link => !kinds.Contains(KindOf(link)))) ahead.Enqueue((link, one));
                continue;
            }

            var (address, from) = next;
            if (!kinds.Add(KindOf(address)))
            {
                if (PageRoute.Of(address) is { IsFile: false } known && enter(known) && read.Add(address)) likewise.Enqueue(address);
                continue;
            }
            if (PageRoute.Of(address) is not { } asked || asked.IsFile)
            {
                var answer = await page.APIRequest.GetAsync(address);
                if (!answer.Ok) dead.Add($"{from} links to {address}, which answers {answer.Status}");
                continue;
            }

            if (!enter(asked) || (seen[asked] = seen.GetValueOrDefault(asked) + 1) > views) continue;
            var response = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            pages.Add(asked);
            if (response is not { Ok: true }) dead.Add($"{(from.Length > 0 ? from : "the start")} links to {address}, which answers {response?.Status}");
            var shown = new Uri(page.Url).PathAndQuery;
            if (shown == address) await look(new(address, asked, seen[asked] == 1));
            else ahead.Enqueue((shown, address));
            foreach (var link in LinksIn(await page.ContentAsync())) ahead.Enqueue((link, address));
        }
        return (pages, dead);
    }

    /// <summary>Local addresses that a page links to, without the place within the page; what only changes the display is left out.</summary>
    private static IEnumerable<string> LinksIn(string html) =>
        from Match match in Link().Matches(html)
        let address = WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0]
        where !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/display", StringComparison.Ordinal)
        select address;

    [GeneratedRegex("""<a\s[^>]*?href="(/[^"]*)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    /// <summary>The page and the names of its query values; what is no page goes by its folder and ending.</summary>
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var path = PageRoute.Of(address)?.Template ?? $"{string.Join('/', parts[0].Split('/').Take(3))}…{Path.GetExtension(parts[0])}";
        IEnumerable<string> names = parts.Length == 1 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal);
        return $"{path}?{string.Join('&', names)}";
    }
}
