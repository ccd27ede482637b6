using System.Collections.Concurrent;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using SmtpServer.Protocol;
using Xunit;
using static Gongkai.Slices.Platform.MessageScene;

namespace Gongkai.Slices.Platform;

public sealed class MailTests
{
    [Theory, EachEngine]
    public async Task Goes_out_after_the_act_to_who_has_an_address(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MailTo(post.Port));
        var (wang, li) = (await site.Reachable("wang.fang", "wang.fang@example.org"), await site.AddAccount("li.qiang"));

        await site.Tell("请于3月底前报送佐证", wang.Id, li.Id, wang.Id);
        Assert.Empty(post.Letters);
        Assert.Equal(1, await site.Send());

        var letter = Assert.Single(post.Letters);
        Assert.Equal(["wang.fang@example.org"], post.Recipients);
        Assert.Equal("请于3月底前报送佐证", letter.Subject);
        Assert.Contains("https://zwgk.example.gov.cn/console/ledger", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Told()).Count);
        Assert.Equal(OutgoingState.Sent, Assert.Single(await site.Outgoing()).State);
        Assert.Equal(0, await site.Send());
    }

    /// <summary>Each node of a site sends; what one has taken, no other takes.</summary>
    [Theory, EachEngine]
    public async Task Goes_out_once_where_several_send_at_the_same_time(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MailTo(post.Port));
        var wang = await site.Reachable("wang.fang", "wang.fang@example.org");
        var told = Enumerable.Range(1, 12).Select(number => $"第{number}次提醒").ToList();
        foreach (var words in told) await site.Tell(words, wang.Id);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.Send())));

        Assert.Equal(12, tries.Sum());
        Assert.Equal(told.Order(StringComparer.Ordinal), post.Letters.Select(letter => letter.Subject).Order(StringComparer.Ordinal));
        Assert.All(await site.Outgoing(), outgoing => Assert.Equal((OutgoingState.Sent, 1), (outgoing.State, outgoing.Attempts)));
    }

    [Theory, EachEngine]
    public async Task Is_told_by_no_act_that_is_rolled_back(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MailTo(post.Port));
        var wang = await site.Reachable("wang.fang", "wang.fang@example.org");

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.AsSystem().Run(async (Telling act) => await act.Fail(wang.Id)));

        Assert.Equal(0, await site.Send());
        Assert.Empty(await site.Told());
    }

    [Theory, EachEngine]
    public async Task Is_tried_again_under_the_same_id_when_it_was_refused(Site site)
    {
        await using var post = new PostOffice();
        post.Answers.Enqueue(() => Task.FromResult(SmtpResponse.MailboxUnavailable));
        await site.Telling().Decide(MailTo(post.Port));
        await site.Tell("请报送", (await site.Reachable("wang.fang", "wang.fang@example.org")).Id);

        await site.Send();
        var refused = Assert.Single(await site.Outgoing());
        Assert.Equal((OutgoingState.Waiting, 1, "邮件服务器拒收（550）"), (refused.State, refused.Attempts, refused.Problem));
        Assert.Equal(0, await site.Send());

        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await site.Send());
        Assert.Equal(OutgoingState.Sent, Assert.Single(await site.Outgoing()).State);
        Assert.Equal(post.Letters[0].MessageId, post.Letters[1].MessageId);
        Assert.Equal($"{refused.Id:n}@example.gov.cn", post.Letters[0].MessageId);
    }

    [Theory, EachEngine]
    public async Task Lies_dead_after_its_last_try(Site site)
    {
        await site.Telling().Decide(MailTo(Ports.Free()));
        await site.Tell("请报送", (await site.Reachable("wang.fang", "wang.fang@example.org")).Id);

        for (var i = 0; i < Outgoing.MostAttempts; i++)
        {
            Assert.Equal(1, await site.Send());
            site.Clock.Pass(TimeSpan.FromHours(5));
        }

        var dead = Assert.Single(await site.Outgoing());
        Assert.Equal((OutgoingState.Dead, Outgoing.MostAttempts), (dead.State, dead.Attempts));
        Assert.Equal(0, await site.Send());
    }

    [Theory, EachEngine]
    public async Task Lies_dead_in_the_end_where_the_server_asks_for_a_sign_in(Site site)
    {
        await using var post = new PostOffice(asksSignIn: true);
        await site.Telling().Decide(MailTo(post.Port));
        await site.Tell("请报送", (await site.Reachable("wang.fang", "wang.fang@example.org")).Id);

        for (var i = 0; i < Outgoing.MostAttempts; i++)
        {
            Assert.Equal(1, await site.Send());
            site.Clock.Pass(TimeSpan.FromHours(5));
        }

        var dead = Assert.Single(await site.Outgoing());
        Assert.Equal((OutgoingState.Dead, "邮件服务器要求先登录"), (dead.State, dead.Problem));
        Assert.Empty(post.Letters);
    }

    [Theory, EachEngine]
    public async Task Holds_up_no_other_by_a_failure_that_nobody_foresaw(Site site)
    {
        await using var post = new PostOffice();
        using var log = new Listening();
        await site.Telling().With(services => services.AddSingleton<ILoggerProvider>(log)).Decide(MailTo(post.Port));
        var (wang, li) = (await site.Reachable("wang.fang", "wang.fang@example.org"), await site.Reachable("li.qiang", "li.qiang@example.org"));
        // An address sealed for another row opens nowhere else.
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlAsync($"update platform_accounts set sealed_email = (select other.sealed_email from platform_accounts other where other.id = {li.Id}) where id = {wang.Id}", Stop));
        await site.Tell("请报送", wang.Id);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await site.Tell("请报送", li.Id);

        Assert.Equal(2, await site.Send());

        Assert.Equal(["li.qiang@example.org"], post.Recipients);
        var failed = (await site.Outgoing()).Single(one => one.AccountId == wang.Id);
        Assert.Equal((OutgoingState.Waiting, 1, "发送时出错（AuthenticationTagMismatchException）"), (failed.State, failed.Attempts, failed.Problem));
        Assert.Equal(TimeSpan.FromMinutes(1), failed.DueAt - site.Clock.GetUtcNow());
        var line = Assert.Single(log.Lines, line => line.Contains(failed.Id.ToString(), StringComparison.Ordinal));
        Assert.EndsWith(": AuthenticationTagMismatchException", line, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Is_sent_once_when_the_site_is_stopped_in_between(Site site)
    {
        await using var post = new PostOffice();
        using var stopped = new CancellationTokenSource();
        post.Answers.Enqueue(async () =>
        {
            await stopped.CancelAsync();
            return SmtpResponse.Ok;
        });
        await site.Telling().Decide(MailTo(post.Port));
        var wang = await site.Reachable("wang.fang", "wang.fang@example.org");
        await site.Tell("请报送一", wang.Id);
        await site.Tell("请报送二", wang.Id);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Send(stopped.Token));
        Assert.Equal([OutgoingState.Sent, OutgoingState.Waiting], (await site.Outgoing()).Select(one => one.State).Order().Reverse());

        site.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await site.Send());
        Assert.Equal(2, post.Letters.Select(letter => letter.MessageId).Distinct().Count());
        Assert.Equal(2, post.Letters.Count);
    }

    [Theory, EachEngine]
    public async Task Is_sent_once_more_under_the_same_id_when_the_sender_was_killed_in_between(Site site)
    {
        await using var post = new PostOffice();
        var started = new TaskCompletionSource<GongkaiProcess>();
        post.Answers.Enqueue(async () =>
        {
            await (await started.Task).Kill();
            return SmtpResponse.Ok;
        });
        await site.Decide(MailTo(post.Port));
        var wang = await site.Reachable("wang.fang", "wang.fang@example.org");
        await site.AsSystem().Run(async (IServiceProvider services) =>
        {
            await services.GetRequiredService<Messages>().Tell([wang.Id], "duties.reminded", "请报送", null, Stop);
            await services.GetRequiredService<Db>().SaveChangesAsync(Stop);
        });

        await using var program = GongkaiProcess.Start(site.Folder, "serve", "--data", site.Folder, "--database", await site.DatabaseSetting(), "--urls", "http://127.0.0.1:0");
        started.SetResult(program);
        await program.End();
        var taken = Assert.Single(await site.Outgoing());
        Assert.Equal((OutgoingState.Waiting, 1), (taken.State, taken.Attempts));
        site.Clock.Pass(taken.DueAt - site.Clock.GetUtcNow()); // the lease is over

        Assert.Equal(1, await site.Send());
        Assert.Equal(2, post.Letters.Count);
        Assert.Equal(post.Letters[0].MessageId, post.Letters[1].MessageId);
    }

    [Theory, EachEngine]
    public async Task Keeps_a_heading_one_line_whatever_somebody_wrote(Site site)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MailTo(post.Port) with { FromName = "公开\r\nBcc: a@evil.example" });
        var wang = await site.Reachable("wang.fang", "wang.fang@example.org");
        await site.AsSystem().Run(async (Db db) =>
        {
            (await db.Get<Gongkai.Platform.Accounts.Account>(wang.Id, Stop)).DisplayName = "王芳\r\nBcc: b@evil.example";
            await db.SaveChangesAsync(Stop);
        });

        await site.Tell("标题\r\nBcc: c@evil.example\r\n\r\n正文", wang.Id);
        await site.Send();

        var letter = Assert.Single(post.Letters);
        Assert.Equal(["wang.fang@example.org"], post.Recipients);
        Assert.Empty(letter.Bcc);
        Assert.DoesNotContain(letter.Headers, header => header.Id == HeaderId.Bcc);
        Assert.StartsWith("标题 Bcc: c@evil.example", letter.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine("a@example.org\r\nBcc: b@evil.example")]
    [EachEngine("a@example.org, b@evil.example")]
    [EachEngine("<a@example.org> b@evil.example")]
    [EachEngine("nobody")]
    public async Task Goes_to_no_address_that_is_none(Site site, string email)
    {
        await using var post = new PostOffice();
        await site.Telling().Decide(MailTo(post.Port));
        await site.Tell("请报送", (await site.Reachable("wang.fang", email)).Id);

        await site.Send();

        Assert.Empty(post.Letters);
        Assert.Equal(OutgoingState.Dead, Assert.Single(await site.Outgoing()).State);
    }

    [Theory, EachEngine]
    public async Task Goes_to_nobody_who_chose_otherwise(Site site)
    {
        await site.Telling().Decide(MailTo(Ports.Free()));
        var wang = await site.Reachable("wang.fang", "wang.fang@example.org");
        await site.AsSystem().Run(async (Db db) =>
        {
            db.Add(new MailChoice(wang.Id, Kind) { ByMail = false });
            await db.SaveChangesAsync(Stop);
        });

        await site.Tell("请报送", wang.Id);

        Assert.Single(await site.Told());
        Assert.Empty(await site.Outgoing());
    }

    [Theory]
    [EachEngine("https://evil.example/")]
    [EachEngine("//evil.example/")]
    public async Task Leads_nowhere_but_into_the_site(Site site, string address)
    {
        await site.Telling().Services();
        await Assert.ThrowsAsync<ArgumentException>(() => site.AsSystem().Run((Messages messages) => messages.Tell([NewId.At(site.Clock)], Kind, "请看", address, Stop)));
    }

    /// <summary>Hears what the site logs.</summary>
    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) Lines.Enqueue($"{formatter(state, exception)}{exception}");
        }

        public void Dispose() { }
    }

    /// <summary>An act that tells and then fails.</summary>
    private sealed class Telling(Messages messages)
    {
        public async Task Fail(Guid account)
        {
            await messages.Tell([account], Kind, "不会留下", null, Stop);
            throw new InvalidOperationException("as planned");
        }
    }
}
