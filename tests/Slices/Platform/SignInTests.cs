using System.Net;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Platform;

public class SignInTests
{
    [Theory, EachEngine]
    public async Task Signs_in_and_goes_on_to_the_page_asked_for(Site site)
    {
        await site.AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in?returnUrl=%2Fsign-in%3Fagain%3D1");

        var inside = await visitor.Submit(door, "form[action^='/sign-in']", ("UserName", "li.qiang"), ("Password", Site.Password));

        Assert.Equal(HttpStatusCode.Found, inside.Status);
        Assert.Equal("/sign-in?again=1", inside.Response.Headers.Location?.OriginalString);
        var cookie = Assert.Single(inside.Response.Headers.GetValues("Set-Cookie"), set => set.StartsWith("gongkai.sign-in=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }
}
