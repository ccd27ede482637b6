using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Xunit;

namespace Gongkai.Slices.Shield;

public sealed class RequestLimitTests : IAsyncDisposable
{
    private readonly Site _site = new Site(Engine.Sqlite).OnNetwork().Told(options => options with { Proxies = "127.0.0.1" });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hold_one_address_and_no_other_and_say_when_to_come_again()
    {
        _site.Limited(new() { Requests = 3 });
        var visitor = await _site.Visitor(follow: false);
        for (var at = 0; at < 3; at++) Assert.Equal(HttpStatusCode.OK, (await Get(visitor, "/sign-in", "203.0.113.9")).StatusCode);

        using var refused = await Get(visitor, "/sign-in", "203.0.113.9");
        using var other = await Get(visitor, "/sign-in", "203.0.113.10");
        using var sheet = await Get(visitor, "/css/tokens.css", "203.0.113.9");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Equal("请求太频繁", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
    }

    [Fact]
    public async Task Are_stricter_for_signing_in()
    {
        _site.Limited(new() { SignIns = 2 });
        var visitor = await _site.Visitor(follow: false);

        var answers = new List<HttpStatusCode>();
        for (var at = 0; at < 3; at++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await visitor.Http.SendAsync(request, Stop);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("POST", "/sign-in", "/sign-in/")]
    [InlineData("POST", "/sign-in", "/SIGN-IN")]
    [InlineData("GET", "/proof?form=sign-in", "/proof/?form=sign-in")]
    [InlineData("GET", "/proof?form=sign-in", "/Proof?form=components")]
    public async Task Count_one_place_once_however_it_is_written(string method, string first, string second)
    {
        _site.Limited(new() { Forms = 1, Proofs = 1 });
        var visitor = await _site.Visitor(follow: false);

        Assert.NotEqual(HttpStatusCode.TooManyRequests, await Ask(first));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask(second));

        async Task<HttpStatusCode> Ask(string address)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await visitor.Http.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("203.0.113.9", true, "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", true, "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", true, "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", true, "20010db800010002")]
    [InlineData("127.0.0.1", true, "127.0.0.1")]
    [InlineData("127.0.0.1", false, null)]
    [InlineData("::1", false, null)]
    public void Count_as_one_sender_what_one_visitor_has(string address, bool isBehindProxy, string? sender) =>
        Assert.Equal(sender, RequestLimits.Sender(IPAddress.Parse(address), isBehindProxy));

    [Fact]
    public async Task Turn_an_oversized_request_away_before_it_is_sent()
    {
        var answer = await Raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999999\r\n\r\n");

        Assert.Matches("^HTTP/1.1 4(00|13) ", answer);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_off_a_head_that_never_ends()
    {
        _site.Limited(new() { HeadSeconds = 1 });

        Assert.StartsWith("HTTP/1.1 408 ", await Raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_off_a_body_that_never_comes()
    {
        var answer = await Raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nUserName=");

        Assert.Matches("^(HTTP/1.1 4(00|08) |$)", answer);
    }

    [Theory]
    [InlineData("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nx")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("NONSENSE\r\n\r\n")]
    public async Task Let_nothing_malformed_in(string request) => Assert.Matches("^(HTTP/1.1 4\\d\\d |$)", await Raw(request));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static async Task<HttpResponseMessage> Get(Visitor visitor, string path, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", address);
        return await visitor.Http.SendAsync(request, Stop);
    }

    /// <summary>Sends bytes as they are and reads until the site hangs up.</summary>
    private async Task<string> Raw(string request)
    {
        var address = new Uri(await _site.Address());
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Stop);
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, Stop);
        }
        catch (IOException)
        {
            // It hung up hard; what it said before counts.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
