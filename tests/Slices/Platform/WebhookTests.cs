using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Platform.Messages;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Platform.MessageScene;

namespace Gongkai.Slices.Platform;

public sealed class WebhookTests
{
    private const string Secret = "planted-key-of-a-test";

    [Theory, EachEngine]
    public async Task Is_signed_over_time_and_body(Site site)
    {
        using var other = new OtherSide(HttpStatusCode.NoContent);
        await site.Telling(other.Hook).Decide(new() { WebhooksOn = true });

        await site.Tell("请报送", (await site.AddAccount("wang.fang")).Id, (await site.AddAccount("li.qiang")).Id);
        Assert.Equal(1, await site.Send());

        var (headers, body) = Assert.Single(other.Asked);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{headers["Gongkai-Timestamp"]}.{body}")));
        Assert.Equal($"v1={expected}", headers["Gongkai-Signature"]);
        Assert.Equal(site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), headers["Gongkai-Timestamp"]);
        using var json = JsonDocument.Parse(body);
        Assert.Equal((Kind, "请报送", "/console/ledger"), (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("words").GetString(), json.RootElement.GetProperty("address").GetString()));
        var sent = Assert.Single(await site.Outgoing());
        Assert.Equal((OutgoingState.Sent, headers["Gongkai-Message"]), (sent.State, sent.Id.ToString()));
    }

    [Theory]
    [EachEngine(HttpStatusCode.Found)]
    [EachEngine(HttpStatusCode.TemporaryRedirect)]
    [EachEngine(HttpStatusCode.InternalServerError)]
    public async Task Follows_no_redirection_and_tries_again(Site site, HttpStatusCode answer)
    {
        using var other = new OtherSide(answer);
        await site.Telling(other.Hook).Decide(new() { WebhooksOn = true });
        await site.Tell("请报送", (await site.AddAccount("wang.fang")).Id);

        await site.Send();

        Assert.Single(other.Asked);
        var waiting = Assert.Single(await site.Outgoing());
        Assert.Equal((OutgoingState.Waiting, $"接口答复 {(int)answer}"), (waiting.State, waiting.Problem));
    }

    [Theory]
    [EachEngine("http://169.254.169.254/latest/")]
    [EachEngine("http://intranet.example/hook")]
    [EachEngine("file:///etc/passwd")]
    [EachEngine("https://user@example.org/")]
    public async Task Calls_no_address_that_is_not_sound(Site site, string address)
    {
        await site.Telling(new Webhook { Name = "oa", Url = new Uri(address), Secret = Secret }).Decide(new() { WebhooksOn = true });
        await site.Tell("请报送", (await site.AddAccount("wang.fang")).Id);

        await site.Send();

        Assert.Equal("接口的地址或密钥没有配置好", Assert.Single(await site.Outgoing()).Problem);
    }

    [Theory, EachEngine]
    public async Task Is_not_sent_unsigned(Site site)
    {
        using var other = new OtherSide(HttpStatusCode.OK);
        await site.Telling(other.Hook with { Secret = null }).Decide(new() { WebhooksOn = true });
        await site.Tell("请报送", (await site.AddAccount("wang.fang")).Id);

        await site.Send();

        Assert.Empty(other.Asked);
    }

    /// <summary>A machine that is told things.</summary>
    private sealed class OtherSide : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly string _address = $"http://127.0.0.1:{Ports.Free()}/";

        public OtherSide(HttpStatusCode answer)
        {
            _listener.Prefixes.Add(_address);
            _listener.Start();
            _ = Answer(answer);
        }

        public Webhook Hook => new() { Name = "oa", Url = new Uri(_address + "hook"), Secret = Secret };

        public List<(System.Collections.Specialized.NameValueCollection Headers, string Body)> Asked { get; } = [];

        public void Dispose() => _listener.Close();

        private async Task Answer(HttpStatusCode answer)
        {
            while (_listener.IsListening)
            {
                try
                {
                    var call = await _listener.GetContextAsync();
                    using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
                    Asked.Add((call.Request.Headers, await reader.ReadToEndAsync()));
                    call.Response.StatusCode = (int)answer;
                    call.Response.RedirectLocation = _address + "elsewhere";
                    call.Response.Close();
                }
                catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
