using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Slices.Shield;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>What no browser sends, over a real socket: the site refuses it in one clean answer or hangs up, and goes on answering others.</summary>
public sealed class WireTests : IAsyncDisposable
{
    private const string Host = "Host: localhost\r\n";
    private const string Form = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private readonly Site _site = new Site(Engine.Sqlite).OnNetwork().Limited(new() { HeadSeconds = 1, BodySeconds = 2, RequestMegabytes = 1, Requests = 0, Forms = 0, SignIns = 0 });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Requests that are none, each with what may come back: a refusal, or nothing where the site hangs up.</summary>
    public static TheoryData<string, string> Malformed => new()
    {
        { "both lengths", Form + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /console HTTP/1.1\r\n\r\n" },
        { "two lengths", Form + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhelloX" },
        { "two lengths in one", Form + "Content-Length: 5, 6\r\n\r\nhello" },
        { "a length below nothing", Form + "Content-Length: -1\r\n\r\n" },
        { "a length with a sign", Form + "Content-Length: +5\r\n\r\nhello" },
        { "a length in another base", Form + "Content-Length: 0x5\r\n\r\nhello" },
        { "a length beyond counting", Form + "Content-Length: 99999999999999999999999\r\n\r\n" },
        { "an encoding nobody knows", Form + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
        { "chunked before another encoding", Form + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" },
        { "a chunk of no size", Form + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n" },
        { "a chunk beyond counting", Form + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n" },
        { "a chunk longer than it says", Form + "Transfer-Encoding: chunked\r\n\r\n1\r\nhello\r\n0\r\n\r\n" },
        { "an oversized body", Form + "Content-Length: 99999999999\r\n\r\n" },
        { "a space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n" },
        { "a folded line", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\n\r\n" },
        { "a name with a line end alone", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\rX-B: b\r\n\r\n" },
        { "NUL in a line", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n" },
        { "NUL in the address", "GET /a\0b HTTP/1.1\r\n" + Host + "\r\n" },
        { "NUL in the address, encoded", "GET /plan/%00 HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n" },
        { "NUL in the query, encoded", "GET /plan?a=%00 HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n" },
        { "no host", "GET / HTTP/1.1\r\n\r\n" },
        { "two hosts", "GET / HTTP/1.1\r\n" + Host + "Host: evil.example\r\n\r\n" },
        { "a host that is none", "GET / HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n" },
        { "a host with a path", "GET / HTTP/1.1\r\nHost: localhost/evil\r\n\r\n" },
        { "another host in the address", "GET http://evil.example/ HTTP/1.1\r\n" + Host + "\r\n" },
        { "a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n" },
        { "an address above the site", "GET /../../etc/passwd HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n" },
        { "the oldest version", "GET /\r\n" },
        { "a version to come", "GET / HTTP/9.9\r\n" + Host + "\r\n" },
        { "a greeting of TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" },
        { "nonsense", "NONSENSE\r\n\r\n" },
        { "a method of other signs", "G{}T / HTTP/1.1\r\n" + Host + "\r\n" },
        { "a method nobody knows", "ZZX /sign-in HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n" },
        { "a trace", "TRACE /sign-in HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n" },
        { "an endless address", $"GET /{new string('a', 100_000)} HTTP/1.1\r\n{Host}\r\n" },
        { "an endless line", $"GET / HTTP/1.1\r\n{Host}X-A: {new string('a', 100_000)}\r\n\r\n" },
        { "ten thousand lines", $"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 10_000).Select(at => $"X-{at}: a\r\n"))}\r\n" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public async Task Refuses_what_is_no_request(string what, string request)
    {
        var answer = await Say(request, isAll: true);

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 50", StringComparison.Ordinal) && answer[..12] is "HTTP/1.1 501" or "HTTP/1.1 505", $"{what}: {answer}");
        Assert.DoesNotContain("\nHTTP/1.1 ", answer, StringComparison.Ordinal); // one request, one answer: nothing was smuggled
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        await StillAnswers();
    }

    [Theory]
    [InlineData("bytes=0-9", "206")]
    [InlineData("bytes=-1", "206")]
    [InlineData("bytes=999999999-", "416")]
    [InlineData("bytes=9-0", "200")]
    [InlineData("bytes=0-99999999999999999999", "200|206")]
    [InlineData("zzx=0-1", "200|206")]
    [InlineData("many", "200")]
    public async Task Gives_pieces_of_a_file_and_no_more_than_there_is(string range, string status)
    {
        var asked = range == "many" ? "bytes=" + string.Join(',', Enumerable.Range(0, 1000).Select(at => string.Create(CultureInfo.InvariantCulture, $"{at}-{at + 5000}"))) : range;

        var answer = await Say($"GET /css/tokens.css HTTP/1.1\r\n{Host}Range: {asked}\r\nConnection: close\r\n\r\n");

        Assert.Matches($"^HTTP/1.1 ({status}) ", answer);
        Assert.True(answer.Length < 200_000, $"{answer.Length} bytes");
    }

    /// <summary>A head alone is the head of the page, and not a byte follows that the next answer would begin with.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/css/tokens.css")]
    [InlineData("/nowhere")]
    public async Task Gives_the_head_alone_where_that_was_asked_for(string address)
    {
        var answer = await Say($"HEAD {address} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (200|404) ", answer);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(answer.Length - 4, answer.IndexOf("\r\n\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_who_never_finish_their_head_keep_nobody_out_and_are_shown_the_door()
    {
        var slow = Enumerable.Range(0, 100).Select(at => Say($"GET /sign-in HTTP/1.1\r\n{Host}X-{at}: ")).ToList();

        await StillAnswers();

        foreach (var answer in await Task.WhenAll(slow)) Assert.Matches("^(HTTP/1.1 408 |$)", answer);
        await StillAnswers();
    }

    [Fact]
    public async Task Those_who_never_finish_their_form_keep_nobody_out_and_are_shown_the_door()
    {
        var slow = Enumerable.Range(0, 30).Select(at => Say(at % 2 == 0 ? $"{Form}Content-Length: 1000\r\n\r\nUserName=" : $"{Form}Transfer-Encoding: chunked\r\n\r\n5\r\nUser")).ToList();

        await StillAnswers();

        foreach (var answer in await Task.WhenAll(slow)) Assert.Matches("^(HTTP/1.1 4(00|08) |$)", answer);
        await StillAnswers();
    }

    [Fact]
    public async Task A_body_that_grows_beyond_what_is_taken_is_cut_off()
    {
        var piece = $"10000\r\n{new string('a', 0x10000)}\r\n";

        var answer = await Say($"{Form}Transfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat(piece, 40))}0\r\n\r\n", isAll: true);

        Assert.Matches("^(HTTP/1.1 4(00|13) |$)", answer);
        await StillAnswers();
    }

    /// <summary>Many requests at once on one line are answered one after another, each with its own.</summary>
    [Fact]
    public async Task Answers_a_queue_in_its_order()
    {
        var answer = await Say(string.Concat(Enumerable.Repeat($"GET /healthz HTTP/1.1\r\n{Host}\r\n", 99)) + $"GET /nowhere HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");

        Assert.Equal(99, answer.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Contains("HTTP/1.1 404 ", answer[answer.LastIndexOf("HTTP/1.1 200 OK", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task StillAnswers() => Assert.StartsWith("HTTP/1.1 200 ", await Say($"GET /healthz HTTP/1.1\r\n{Host}Connection: close\r\n\r\n"), StringComparison.Ordinal);

    /// <summary>Sends bytes as they are and reads until the site hangs up.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="isAll">True to say that nothing more will come, so that the site does not wait for it.</param>
    private async Task<string> Say(string request, bool isAll = false)
    {
        var address = new Uri(await _site.Address());
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        await using var stream = socket.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
            if (isAll) socket.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, Stop);
        }
        catch (IOException)
        {
            // It hung up hard; what it said before counts.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
