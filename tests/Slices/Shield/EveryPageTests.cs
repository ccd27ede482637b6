using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Shield;

/// <summary>What holds for every page and endpoint there is; a new one is tried the day it is added.</summary>
public sealed class EveryPageTests : IAsyncDisposable
{
    private readonly Site _site = new(Engine.Sqlite);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_no_form_without_its_token()
    {
        var everything = await SignedInForEverything();
        var taken = new List<string>();
        var tried = 0;
        foreach (var (path, route) in await Addresses(ForForms))
        {
            using var content = new FormUrlEncodedContent([new("UserName", "li.qiang")]);
            using var answer = await everything.Http.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
            tried++;
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed)) taken.Add($"{route}: {answer.StatusCode}");
        }

        Assert.True(tried > 10, $"Only {tried} pages were tried");
        Assert.Empty(taken);
    }

    [Fact]
    public async Task Carries_no_code_and_no_look_of_its_own_and_is_kept_by_no_browser()
    {
        var everything = await SignedInForEverything();
        var breaches = new List<string>();
        var seen = 0;
        foreach (var (path, _) in await Addresses(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.RoutePattern.Parameters.Count == 0))
        {
            var screen = await everything.Get(path);
            if (screen.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            seen++;
            foreach (var element in screen.Page.All)
            {
                if (element is { LocalName: "script" } && !element.HasAttribute("src") && element.GetAttribute("type") != "application/json") breaches.Add($"{path}: script");
                if (element.LocalName == "style") breaches.Add($"{path}: style");
                breaches.AddRange(element.Attributes.Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)).Select(a => $"{path}: {a.Name}"));
            }
            if (path.StartsWith("/console", StringComparison.Ordinal) && screen.Response.Headers.CacheControl?.NoStore != true) breaches.Add($"{path} may be kept");
        }

        Assert.True(seen > 5, $"Only {seen} pages were seen");
        Assert.Empty(breaches);
    }

    [Fact]
    public async Task Sets_no_cookie_that_another_site_can_use_or_a_script_can_read()
    {
        var account = await _site.AddAccount("li.qiang");
        var visitor = await _site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        var inside = await visitor.Submit(door, "form[action^='/sign-in']", ("UserName", account.UserName), ("Password", Site.Password));

        var cookies = door.Response.Headers.GetValues("Set-Cookie").Concat(inside.Response.Headers.GetValues("Set-Cookie")).ToList();
        Assert.True(cookies.Count >= 2);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<Visitor> SignedInForEverything()
    {
        await _site.AddAccount("everything", [.. EveryPermission.Names]);
        return await _site.SignIn("everything", follow: false);
    }

    private static bool ForForms(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? page.ViewEnginePath != "/Error"
            : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD" or "OPTIONS")) == true;

    /// <summary>An address for each endpoint, with ids that lead nowhere.</summary>
    private async Task<IReadOnlyList<(string Path, string Route)>> Addresses(Func<RouteEndpoint, bool> wanted)
    {
        var endpoints = (await _site.Services()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(wanted);
        return [.. endpoints.Select(endpoint => ("/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part)))), endpoint.RoutePattern.RawText!)).Distinct()];

        static string Part(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsOptional: true } => "",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "2026",
            _ => "00000000-0000-0000-0000-000000000001",
        };
    }
}
