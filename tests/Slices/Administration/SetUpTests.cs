using System.Net;
using Gongkai.Administration.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>A new site: one link, three administrators, and no password that anybody else ever knew.</summary>
public class SetUpTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly (string, object?)[] Three =
    [
        ("Government", "云泽市人民政府"), ("Office", "云泽市人民政府办公室"), ("SystemName", "甲"), ("SystemLogin", "jia"),
        ("SecurityName", "乙"), ("SecurityLogin", "yi"), ("AuditName", "丙"), ("AuditLogin", "bing"),
    ];

    [Theory, EachEngine]
    public async Task Makes_government_office_and_three_administrators_and_then_is_over(Site site)
    {
        var address = await Offer(site);
        var runner = await site.Visitor();

        var done = await runner.Submit(await runner.Get(address!), "main form", Three);

        var links = done.Page.QuerySelectorAll("code.secret").Select(code => new Uri(code.TextContent).AbsolutePath).ToList();
        Assert.Equal(3, links.Distinct().Count());
        Assert.Equal(["government", "office"], (await site.AsSystem().Run((IOrgans organs) => organs.All(Today, default))).Select(organ => organ.Key));
        Assert.Equal(HttpStatusCode.Gone, (await runner.Get(address!)).Status);
        Assert.Null(await Offer(site));
        foreach (var (login, link, role) in new[] { ("jia", links[0], "系统管理员"), ("yi", links[1], "安全管理员"), ("bing", links[2], "审计管理员") })
        {
            await runner.Submit(await runner.Get(link), "main form", ("Password", "New-Horse-01"), ("Repeated", "New-Horse-01"));
            Assert.Equal(HttpStatusCode.Found, (await site.Try(login, "New-Horse-01")).Status);
            var held = await site.AsSystem().Run(async (IRights rights) => await rights.Of((await site.Account(login)).Id, Today, default));
            Assert.Contains(role, held.Post, StringComparison.Ordinal);
            Assert.True(held.Administers);
        }
    }

    [Theory]
    [EachEngine("AuditName", "甲", "三名管理员须是三个不同的人")]
    [EachEngine("AuditLogin", "JIA", "三名管理员须是三个不同的人")]
    [EachEngine("AuditLogin", "丙 丙", "登录名“丙 丙”不能使用")]
    [EachEngine("Office", "", "请填写政府办公室名称")]
    public async Task Changes_nothing_where_something_does_not_fit(Site site, string field, string value, string says)
    {
        var address = await Offer(site);
        var runner = await site.Visitor();

        var again = await runner.Submit(await runner.Get(address!), "main form", [.. Three.Select(one => one.Item1 == field ? (field, value) : one)]);

        Assert.Contains(says, again.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<Account>().CountAsync()));
        Assert.Empty(await site.AsSystem().Run((IOrgans organs) => organs.All(Today, default)));
        Assert.Equal(HttpStatusCode.OK, (await runner.Submit(again, "main form", Three)).Status);
        Assert.Equal(3, await site.AsSystem().Run((Db db) => db.Set<Account>().CountAsync()));
    }

    [Theory, EachEngine]
    public async Task A_new_start_voids_the_link_and_so_does_a_day(Site site)
    {
        var first = await Offer(site);
        var second = await Offer(site);
        var runner = await site.Visitor();

        Assert.Equal(HttpStatusCode.Gone, (await runner.Get(first!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await runner.Get(second!)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await runner.Get("/setup/guessed")).Status);
        site.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Gone, (await runner.Get(second!)).Status);
    }

    [Fact]
    public async Task A_link_from_before_is_void_once_there_is_an_account()
    {
        await using var site = new Site(Engine.Sqlite);
        var address = await Offer(site);
        var page = await (await site.Visitor()).Get(address!);
        await site.AddAccount("li.qiang");
        var runner = await site.Visitor();

        var late = await runner.Submit(await runner.Get(address!), "main form", Three);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("这个链接不能用了", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<Account>().CountAsync()));
    }

    private static Task<string?> Offer(Site site) => site.AsSystem().Run((IAccountKeeping accounts) => accounts.OfferSetUp(default));
}
