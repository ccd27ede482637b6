using System.Reflection;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Gongkai.Slices.Platform;

public class PageRightsTests
{
    [Fact]
    public async Task Show_a_public_page_to_everybody() => Assert.Null(await Answer<PublicPage>(Actor.Public(null)));

    [Fact]
    public async Task Show_a_page_to_who_holds_its_permission() => Assert.Null(await Answer<GuardedPage>(Clerk.Holding("planted.read")));

    [Fact]
    public async Task Send_who_is_not_signed_in_to_sign_in() => Assert.IsType<ChallengeResult>(await Answer<GuardedPage>(Actor.Public(null)));

    [Fact]
    public async Task Refuse_a_page_to_who_lacks_its_permission() => Assert.IsType<ForbidResult>(await Answer<GuardedPage>(Clerk.Holding("planted.write")));

    [Fact]
    public async Task Refuse_a_page_that_says_nothing_to_everybody()
    {
        Assert.IsType<ForbidResult>(await Answer<SilentPage>(Clerk.Holding("planted.read", "planted.write")));
        Assert.IsType<ChallengeResult>(await Answer<SilentPage>(Actor.Public(null)));
    }

    [Fact]
    public async Task Stand_before_every_page_of_the_site()
    {
        await using var site = new Site(Engine.Sqlite);
        var mvc = (await site.Services()).GetRequiredService<IOptions<MvcOptions>>().Value;

        Assert.Contains(mvc.Filters, filter => filter is TypeFilterAttribute { ImplementationType: var type } && type == typeof(PageRights));
    }

    private static async Task<IActionResult?> Answer<TPage>(Actor actor)
    {
        var services = new ServiceCollection().AddSingleton(actor).BuildServiceProvider();
        var page = new CompiledPageActionDescriptor { HandlerTypeInfo = typeof(TPage).GetTypeInfo() };
        var context = new AuthorizationFilterContext(new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), page), []);
        await new PageRights().OnAuthorizationAsync(context);
        return context.Result;
    }

    [Public]
    private sealed class PublicPage;

    [Permission("planted.read")]
    private sealed class GuardedPage;

    private sealed class SilentPage;
}
