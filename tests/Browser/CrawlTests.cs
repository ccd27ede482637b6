using Xunit;

namespace Gongkai.Browser;

/// <summary>
/// Every page that anybody of the demo can reach is usable by everybody: titled, structured, free of what axe objects to,
/// no wider than the window, operable by keyboard, at both widths and in the modes a visitor can choose.
/// </summary>
public sealed class CrawlTests(Walks walks) : IClassFixture<Walks>
{
    /// <summary>Pages that no link leads to: the test that looks at each, or why there is nothing to look at.</summary>
    private static readonly Dictionary<string, string> NotWalkedTo = new()
    {
        ["/error/{code:int?}"] = "stands under the address that failed",
        ["/components"] = "GalleryTests",
        ["/sign-in"] = "SpecialPagesTests",
        ["/sign-out"] = "answers by leading on",
        ["/console/evidence/{id:guid}/file"] = "answers with a file",
        ["/sign-in/code"] = "FirstDayTests",
        ["/sign-in/provider/{go?}"] = "leads on to the identity provider",
        ["/sign-out/provider"] = "FirstDayTests",
        ["/console/account/provider"] = "FirstDayTests",
        ["/link/{secret}"] = "FirstDayTests",
        ["/setup/{secret}"] = "FirstDayTests",
    };

    public static TheoryData<string> Everybody => [.. Walks.Everybody];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Everything_somebody_can_reach_keeps_to_the_rules(string role)
    {
        var walked = await walks.Of(role);

        Assert.True(walked.Breaches.Count == 0, $"{walked.Breaches.Count} breaches:\n{string.Join('\n', walked.Breaches.Distinct())}");
        Assert.True(walked.Pages.Count >= 1, $"{role} reached nothing");
    }

    [Fact]
    public async Task Every_page_of_the_program_is_reached_by_somebody()
    {
        var reached = new HashSet<PageRoute>();
        foreach (var role in Walks.Everybody) reached.UnionWith((await walks.Of(role)).Pages);

        var left = PageRoute.All.Where(route => !reached.Contains(route) && !NotWalkedTo.ContainsKey(route.Template)).ToList();
        Assert.True(left.Count == 0, $"nobody of the demo finds the way to {string.Join(", ", left)}");
    }
}
