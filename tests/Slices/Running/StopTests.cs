using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>The real program, asked whether it lives and is ready, and told to stop while somebody is at it.</summary>
public class StopTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Lives_and_is_ready(Site site)
    {
        await using var node = await Node.Start(site);

        Assert.Equal((HttpStatusCode.OK, "ok"), await node.Ask("/healthz"));
        Assert.Equal((HttpStatusCode.OK, "ready"), await node.Ask("/readyz"));
    }

    [Theory, EachEngine]
    public async Task Is_not_ready_over_a_schema_that_is_not_its_own(Site site)
    {
        await using var node = await Node.Start(site);
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("delete from platform_schema where name = '0001-platform'", Stop));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready schema"), await node.Ask("/readyz"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await node.Ask("/healthz"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready"), await node.Ask("/readyz", ("X-Forwarded-For", "127.0.0.1"))); // through a proxy: no detail
    }

    [Theory, OnPostgreSql]
    public async Task Is_not_ready_without_its_database(Site site)
    {
        await using var node = await Node.Start(site);
        await site.LoseDatabase();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready database"), await node.Ask("/readyz"));
    }

    [Theory, EachEngine]
    public async Task Says_that_it_is_not_ready_before_it_stops_listening(Site site)
    {
        await using var node = await Node.Start(site, ("GONGKAI_STOPNOTICE", "600"));

        node.Program.Terminate();
        await node.Program.LineWith("正在停止");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready stopping"), await node.Ask("/readyz"));
        Assert.Equal(HttpStatusCode.OK, (await node.Ask("/sign-in")).Status);
    }

    [Theory, EachEngine]
    public async Task Finishes_an_upload_that_is_under_way(Site site)
    {
        await site.AddAccount("li.qiang");
        await using var node = await Node.Start(site);
        using var form = await node.SignInForm("li.qiang");
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var slow = new HaltingContent(await form.ReadAsByteArrayAsync(Stop), form.Headers.ContentType!, begun, go.Task);

        var answer = node.Visitor.Http.PostAsync(new Uri(node.Address + "/sign-in"), slow, Stop);
        await begun.Task;
        node.Program.Terminate();
        await node.Program.LineWith("正在停止");
        go.SetResult();

        Assert.Equal(HttpStatusCode.Redirect, (await answer).StatusCode);
        Assert.Equal(0, (await node.Program.End()).ExitCode);
    }

    [Theory, OnPostgreSql]
    public async Task Finishes_what_waits_for_the_database(Site site)
    {
        await site.AddAccount("li.qiang");
        await using var node = await Node.Start(site);
        using var form = await node.SignInForm("li.qiang", "Wrong-Horse-2"); // a wrong password is counted, which writes

        Task<HttpResponseMessage> answer;
        await using (var held = await HeldTable.Hold(site, "platform_accounts"))
        {
            answer = node.Visitor.Http.PostAsync(new Uri(node.Address + "/sign-in"), form, Stop);
            await held.IsWaitedFor(answer, Stop);
            node.Program.Terminate();
            await node.Program.LineWith("正在停止");
            Assert.False(answer.IsCompleted);
        }

        Assert.Contains("用户名或密码不对", await (await answer).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, (await node.Program.End()).ExitCode);
    }

    /// <summary>A body that stops in the middle until it is told to go on.</summary>
    private sealed class HaltingContent : HttpContent
    {
        /// <summary>Enough that the server's least speed of an upload is kept while the test waits.</summary>
        private static readonly byte[] Padding = Encoding.ASCII.GetBytes("padding=" + new string('x', 200_000) + "&");

        private readonly byte[] _body;
        private readonly TaskCompletionSource _begun;
        private readonly Task _go;

        public HaltingContent(byte[] body, MediaTypeHeaderValue type, TaskCompletionSource begun, Task go)
        {
            (_body, _begun, _go) = (body, begun, go);
            Headers.ContentType = type;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Padding);
            await stream.FlushAsync();
            _begun.SetResult();
            await _go;
            await stream.WriteAsync(_body);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Padding.Length + _body.Length;
            return true;
        }
    }
}
