using System.Net;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Settings;
using Gongkai.Slices.Platform;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Platform.MessageScene;

namespace Gongkai.Slices.Administration;

public sealed class MessageScreenTests
{
    private const string Deliveries = "administration.deliveries", Settings = "administration.messages-settings";

    [Theory, EachEngine]
    public async Task Shows_people_their_own_messages_alone(Site site)
    {
        await site.Telling().Services();
        var (wang, li) = (await site.AddAccount("wang.fang"), await site.AddAccount("li.qiang"));
        await site.Tell("给王芳的消息", wang.Id);
        await site.Tell("给李强的消息", li.Id);
        var visitor = await site.SignIn("wang.fang");

        var inbox = await visitor.Get("/console/messages");

        Assert.Contains("给王芳的消息", inbox.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("给李强的消息", inbox.Text, StringComparison.Ordinal);
        Assert.Equal("1", inbox.Page.QuerySelector(".desk-nav a[href='/console/messages'] .waiting")!.FirstChild!.TextContent);

        var foreign = (await site.Told()).Single(message => message.AccountId == li.Id).Id;
        var form = inbox.Page.QuerySelector("form[action*='handler=Open']")!;
        form.SetAttribute("action", $"/console/messages?handler=Open&id={foreign}");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Submit(inbox, "form[action*='handler=Open']")).Status);
        Assert.Null((await site.Told()).Single(message => message.Id == foreign).ReadAt);
    }

    [Theory, EachEngine]
    public async Task Marks_one_and_all_as_read(Site site)
    {
        await site.Telling().Services();
        var wang = await site.AddAccount("wang.fang");
        foreach (var words in (string[])["一", "二", "三"]) await site.Tell(words, wang.Id);
        var visitor = await site.SignIn("wang.fang", follow: false);

        var opened = await visitor.Submit(await visitor.Get("/console/messages"), "form[action*='handler=Open']");
        Assert.Equal("/console/ledger", opened.Response.Headers.Location!.OriginalString);
        Assert.Equal(1, (await site.Told()).Count(message => message.ReadAt is not null));

        await visitor.Submit(await visitor.Get("/console/messages"), "form[action*='handler=Read']");
        var inbox = await visitor.Get("/console/messages");
        Assert.Contains("没有未读消息", inbox.Text, StringComparison.Ordinal);
        Assert.Null(inbox.Page.QuerySelector(".desk-nav a[href='/console/messages'] .waiting"));
    }

    [Theory, EachEngine]
    public async Task Lets_people_choose_what_comes_by_mail(Site site)
    {
        await site.Telling().Services();
        var wang = await site.AddAccount("wang.fang");
        var visitor = await site.SignIn("wang.fang");

        var saved = await visitor.Submit(await visitor.Get("/console/messages"), "form[action*='handler=Choose']", ("mail", null));

        Assert.Contains("已保存邮件提醒的选择", saved.Text, StringComparison.Ordinal);
        Assert.False(await site.AsSystem().Run((Db db) => db.Set<MailChoice>().AnyAsync(choice => choice.AccountId == wang.Id && choice.ByMail, Stop)));
        Assert.Null(saved.Page.QuerySelector($"[id='mail-{Kind}'][checked]"));
    }

    [Theory, EachEngine]
    public async Task Lists_what_could_not_be_sent_without_what_it_says(Site site)
    {
        await site.Telling().Decide(MailTo(Ports.Free()));
        await site.Tell("内容不外露", (await site.Reachable("wang.fang", "bad address@example.org")).Id);
        await site.Send();
        var visitor = await site.SignedIn(Deliveries);

        var page = await visitor.Get("/console/deliveries");
        Assert.Contains("wang.fang", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bad address", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("内容不外露", page.Text, StringComparison.Ordinal);

        var refused = await visitor.Submit(page, "form[action*='handler=GiveUp']", ("reason", " "));
        Assert.Contains("请写明原因", refused.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);

        await visitor.Submit(page, "form[action*='handler=Retry']");
        Assert.Equal(OutgoingState.Waiting, Assert.Single(await site.Outgoing()).State);
        await site.Send();
        await visitor.Submit(await visitor.Get("/console/deliveries"), "form[action*='handler=GiveUp']", ("reason", "此人已调离"));
        Assert.Equal(OutgoingState.GivenUp, Assert.Single(await site.Outgoing()).State);
        Assert.Equal("此人已调离", (await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "administration.GiveUpMessage", Stop))).Note);
    }

    [Theory, EachEngine]
    public async Task Keeps_settings_and_never_shows_a_secret(Site site)
    {
        await site.Telling(new Webhook { Name = "oa", Url = new Uri("https://oa.example.gov.cn/hook"), Secret = "very-secret-key" }).Services();
        var visitor = await site.SignedIn(Settings);
        var form = await visitor.Get("/console/messages-settings");
        Assert.Contains("oa.example.gov.cn", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret-key", form.Text, StringComparison.Ordinal);

        var refused = await visitor.Submit(form, "form[method=post]:has(#Input_Host)", ("Input.MailOn", "true"), ("Input.Host", "smtp server"), ("Input.From", "a@b\r\nBcc: c@d"));
        Assert.Equal(2, refused.Page.QuerySelectorAll(".refusals li").Length);
        var clear = await visitor.Submit(form, "form[method=post]:has(#Input_Host)", ("Input.MailOn", "true"), ("Input.Host", "smtp.example.gov.cn"), ("Input.Tls", "None"), ("Input.From", "gongkai@example.gov.cn"));
        Assert.Contains("不加密只能用于本机上的邮件服务器", clear.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);

        await visitor.Submit(form, "form[method=post]:has(#Input_Host)", ("Input.MailOn", "true"), ("Input.Host", "smtp.example.gov.cn"), ("Input.From", "gongkai@example.gov.cn"));
        var stored = await site.AsSystem().Run((SettingsStore store) => store.Get<MessageSettings>(Stop));
        Assert.Equal((true, "smtp.example.gov.cn", 587), (stored.MailOn, stored.Host, stored.Port));
    }

    [Theory]
    [EachEngine("/console/deliveries", Settings)]
    [EachEngine("/console/messages-settings", Deliveries)]
    public async Task Is_closed_to_who_may_not(Site site, string address, string other) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedIn(other)).Get(address)).Status);
}
