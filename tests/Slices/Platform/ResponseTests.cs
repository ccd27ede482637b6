using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Platform;

public sealed class ResponseTests : IAsyncDisposable
{
    private readonly Site _site = new(Engine.Sqlite);

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/css/tokens.css")]
    public async Task Forbid_code_and_content_from_elsewhere(string address)
    {
        var screen = await (await _site.Visitor()).Get(address);

        var headers = screen.Response.Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Serve_the_look_from_the_site_itself()
    {
        var visitor = await _site.Visitor();
        var page = await visitor.Get("/sign-in");

        var sheets = page.Page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(sheets);
        foreach (var sheet in sheets) Assert.Equal(HttpStatusCode.OK, (await visitor.Get(sheet)).Status);
        Assert.Contains("登录", page.Text, StringComparison.Ordinal); // Chinese is sent as it is, not as entities
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/error")]
    [InlineData("/error/500")]
    public async Task Say_in_words_that_a_page_is_not_there(string address)
    {
        var screen = await (await _site.Visitor()).Get(address);

        Assert.Equal(HttpStatusCode.NotFound, screen.Status);
        Assert.Equal("没有找到这个页面", screen.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("missing", HttpStatusCode.NotFound, "没有找到这个页面")]
    [InlineData("forbidden", HttpStatusCode.Forbidden, "您没有办理这件事的权限")]
    [InlineData("conflict", HttpStatusCode.Conflict, "别人刚刚改过同一内容")]
    [InlineData("bug", HttpStatusCode.InternalServerError, "系统出了差错")]
    public async Task Turn_a_failure_into_a_page_and_tell_no_inside(string kind, HttpStatusCode status, string title)
    {
        Exception problem = kind switch
        {
            "missing" => new MissingException("PlantedNote", 7),
            "forbidden" => new ForbiddenException("planted.write"),
            "conflict" => new DbUpdateConcurrencyException("secret detail"),
            _ => new InvalidOperationException("secret detail"),
        };
        _site.With(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new FailingSignIn(problem))));

        var screen = await (await _site.Visitor()).Get("/sign-in");

        Assert.Equal(status, screen.Status);
        Assert.Equal(title, screen.Page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret detail", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", screen.Text, StringComparison.Ordinal);
        Assert.True(screen.Response.Headers.Contains("Content-Security-Policy"));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>Makes the sign-in page fail as an act on any page may.</summary>
    private sealed class FailingSignIn(Exception problem) : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.ActionDescriptor.DisplayName == "/SignIn") throw problem;
        }

        public void OnResourceExecuted(ResourceExecutedContext context) { }
    }
}
