using System.Net;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Shield;

public sealed class ProxyTests : IAsyncDisposable
{
    private readonly Site _site = new Site(Gongkai.Platform.Data.Engine.Sqlite).OnNetwork().With(services => services.AddSingleton<IStartupFilter, Echo>());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.5; fd00::/8")]
    public async Task Are_not_believed_unless_they_are_named(string? proxies)
    {
        _site.Told(options => options with { Proxies = proxies });

        var seen = await Seen(("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"));

        Assert.StartsWith("127.0.0.1 127.0.0.1 http", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_believed_where_they_are_named()
    {
        _site.Told(options => options with { Proxies = "127.0.0.0/8" });

        Assert.Equal("203.0.113.9 www.yunze.example https", await Seen(("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "www.yunze.example"), ("X-Forwarded-Proto", "https")));
    }

    [Fact]
    public async Task Do_not_pass_on_what_the_visitor_made_up()
    {
        _site.Told(options => options with { Proxies = "127.0.0.1" });

        Assert.StartsWith("203.0.113.9 ", await Seen(("X-Forwarded-For", "10.9.9.9, 203.0.113.9")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/99")]
    public void Must_be_addresses(string setting) => Assert.Contains("Proxies", Assert.Throws<StartProblem>(() => TrustedProxies.Read(setting)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Over_TLS_browsers_are_told_to_stay_there()
    {
        _site.Told(options => options with { Proxies = "127.0.0.1" });

        using var forwarded = await Send(("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "www.yunze.example"));
        using var plain = await Send(("X-Forwarded-Host", "www.yunze.example"));

        Assert.True(forwarded.Headers.Contains("Strict-Transport-Security"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_TLS_cookies_belong_to_this_host_alone()
    {
        _site.Told(options => options with { Proxies = "127.0.0.1", Https = true });

        using var page = await Send(("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "www.yunze.example"));

        Assert.All(page.Headers.GetValues("Set-Cookie"), set => Assert.StartsWith("__Host-", set, StringComparison.Ordinal));
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"), set => set.StartsWith("__Host-gongkai.form=", StringComparison.Ordinal));
        foreach (var word in (string[])["secure", "httponly", "samesite=strict", "path=/"]) Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Names_of_other_sites_are_turned_away()
    {
        _site.Setting("AllowedHosts", "www.yunze.example");

        using var own = await Send(("Host", "www.yunze.example"));
        using var other = await Send(("Host", "evil.example"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (own.StatusCode, other.StatusCode));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<HttpResponseMessage> Send(params (string Name, string Value)[] headers)
    {
        var visitor = await _site.Visitor(follow: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await visitor.Http.SendAsync(request, Stop);
    }

    private async Task<string> Seen(params (string Name, string Value)[] headers)
    {
        using var response = await Send(headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Assert.Single(response.Headers.GetValues("X-Seen"));
    }

    /// <summary>Says after each request whom the site took for the visitor.</summary>
    private sealed class Echo : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers["X-Seen"] = $"{context.Connection.RemoteIpAddress} {context.Request.Host.Host} {context.Request.Scheme}";
                    return Task.CompletedTask;
                });
                return rest(context);
            });
            next(app);
        };
    }
}
