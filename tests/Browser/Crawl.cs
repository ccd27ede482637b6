using System.Globalization;
using Microsoft.Playwright;

namespace Gongkai.Browser;

/// <summary>Walks a site along its links, one page of each kind: addresses that differ in numbers and ids alone are one kind.</summary>
internal static class Crawl
{
    private const int Most = 60;

    /// <summary>Visits one page of each kind that can be reached, and hands each over when it stands.</summary>
    /// <param name="page">Window to walk in.</param>
    /// <param name="start">Local address to begin at.</param>
    /// <param name="look">What to do on each page.</param>
    /// <returns>The kinds visited.</returns>
    public static async Task<IReadOnlyCollection<string>> Walk(IPage page, string start, Func<string, Task> look)
    {
        var kinds = new HashSet<string>();
        var ahead = new Queue<string>([start]);
        while (ahead.TryDequeue(out var address) && kinds.Count < Most)
        {
            if (!kinds.Add(KindOf(address))) continue;
            var response = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            if (response?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;

            await look(address);
            foreach (var link in await page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
                if (IsPage(link)) ahead.Enqueue(link.Split('#')[0]);
        }
        return kinds;
    }

    /// <summary>Downloads, and what changes something, are no pages to walk to.</summary>
    private static bool IsPage(string link) =>
        !link.StartsWith("//", StringComparison.Ordinal) && !link.StartsWith("/sign-out", StringComparison.Ordinal) && !link.StartsWith("/display", StringComparison.Ordinal)
        && !link.StartsWith("/console/exports", StringComparison.Ordinal) && !link.Contains("/file", StringComparison.Ordinal) && !Path.HasExtension(link.Split('?', '#')[0]);

    /// <summary>The address with ids, numbers and keys of organs left open; of a query only the names count.</summary>
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var steps = parts[0].Split('/');
        var path = string.Join('/', steps.Select((step, i) => step.Length > 0 && (Guid.TryParse(step, out _) || char.IsAsciiDigit(step[0]) || (i > 0 && steps[i - 1] == "organs")) ? "*" : step));
        IEnumerable<string> names = parts.Length == 1 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{path}?{string.Join('&', names)}");
    }
}
