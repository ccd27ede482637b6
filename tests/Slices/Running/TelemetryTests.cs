using System.Collections.Concurrent;
using System.Text;
using Gongkai.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>The real program sends metrics and traces to whoever was named, over HTTP.</summary>
public class TelemetryTests
{
    /// <summary>As long as the secret of a one-time link.</summary>
    private const string Secret = "aB3-_dEf9hIjKlMnOpQrStUvWxYz0123456789-_abc";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Sends_metrics_and_a_trace(Site site)
    {
        await Duties.LedgerScene.Make(site); // acts whose event waits for delivery
        await site.AddAccount("li.qiang");
        var received = new ConcurrentQueue<(string Path, string Body)>();
        using var arrived = new SemaphoreSlim(0);
        await using var listener = await Listen(received, arrived);

        await using (var node = await Node.Start(site, ("OTEL_EXPORTER_OTLP_ENDPOINT", listener.Urls.First()), ("OTEL_METRIC_EXPORT_INTERVAL", "500")))
        {
            using var form = await node.SignInForm("li.qiang");
            await node.Visitor.Http.PostAsync(new Uri(node.Address + "/sign-in"), form, Stop);
            foreach (var address in new[] { "/link/" + Secret, "/setup/" + Secret, "/nowhere/" + Secret, "/?q=" + Secret }) await node.Ask(address, ("User-Agent", "Mozilla/" + Secret));
            using var limit = Until.Limit(Stop);
            while (!Metrics().Contains("gongkai.delivery.lag", StringComparison.Ordinal)) await arrived.WaitAsync(limit.Token);
            node.Program.Terminate();
            Assert.Equal(0, (await node.Program.End()).ExitCode);
        }

        foreach (var name in new[] { "gongkai.acts", "gongkai.deliveries", "gongkai.delivery.lag", "administration.SignIn", "http.server.request.duration", "duties.NotifyOrgans" })
            Assert.Contains(name, Metrics(), StringComparison.Ordinal);
        var traces = string.Concat(received.Where(sent => sent.Path == "/v1/traces").Select(sent => sent.Body));
        Assert.Contains("deliver", traces, StringComparison.Ordinal);
        Assert.Contains("http.route", traces, StringComparison.Ordinal);
        foreach (var said in new[] { "/link/{secret}", "/setup/{secret}" }) Assert.Contains(said, traces, StringComparison.Ordinal);
        foreach (var unsaid in new[] { "li.qiang", Secret, "url.query", "user_agent" }) Assert.DoesNotContain(unsaid, traces + Metrics(), StringComparison.Ordinal);

        string Metrics() => string.Concat(received.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body));
    }

    /// <summary>Takes what is sent; names stand in it as plain text.</summary>
    private static async Task<WebApplication> Listen(ConcurrentQueue<(string Path, string Body)> received, SemaphoreSlim arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
            arrived.Release();
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        await app.StartAsync(Stop);
        return app;
    }
}
