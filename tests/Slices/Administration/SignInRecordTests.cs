using Gongkai.Administration;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>What comes of a step of signing in stands in the record, each as one entry of its own.</summary>
public sealed class SignInRecordTests
{
    private static readonly string[] Steps = ["administration.SignIn", "administration.SignInByProvider", "administration.EnterCode"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine("right", AuditResult.Done, "用密码登录")]
    [EachEngine("wrong", AuditResult.Refused, "没有登录成功：密码不对")]
    [EachEngine("unknown", AuditResult.Refused, "没有登录成功：没有这个用户名")]
    [EachEngine("shut", AuditResult.Refused, "没有登录成功：账号在锁定或停用中")]
    [EachEngine("half", AuditResult.Done, "密码正确，等待验证码")]
    [EachEngine("code", AuditResult.Done, "用密码和验证码登录")]
    [EachEngine("wrong-code", AuditResult.Refused, "验证码不对")]
    [EachEngine("stale", AuditResult.Refused, "密码或账号在输入验证码前被改动")]
    [EachEngine("provider", AuditResult.Done, "用统一身份认证登录")]
    [EachEngine("provider-unknown", AuditResult.Refused, "没有登录成功：统一身份认证的这个人没有对应的账号")]
    [EachEngine("provider-shut", AuditResult.Refused, "没有登录成功：账号已停用")]
    [EachEngine("provider-half", AuditResult.Done, "统一身份认证通过，等待验证码")]
    [EachEngine("provider-code", AuditResult.Done, "用统一身份认证和验证码登录")]
    public async Task Each_outcome_leaves_one_entry(Site site, string outcome, AuditResult result, string note)
    {
        await site.AddAccount("li.qiang");
        var secret = Needs("half", "code", "wrong-code", "stale", "provider-half", "provider-code") ? (await site.SetUpFactor(await site.SignIn("li.qiang"))).Secret : [];
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        if (Needs("shut", "provider-shut")) await site.Change("li.qiang", account => account.SuspendedAt = site.Clock.GetUtcNow());
        var account = await site.Account("li.qiang");
        var before = await Entries(site);

        var half = new HalfWay(account.Id, outcome == "stale" ? "another" : account.SecurityStamp!, outcome == "provider-code");
        var person = new ProviderPerson("https://id.example.cn", "person-1", outcome == "provider-unknown" ? "nobody" : "li.qiang");
        var door = site.As(Actor.Public("10.0.0.7"));
        if (Needs("code", "wrong-code", "stale", "provider-code")) await door.Run((EnterCode act) => act.Run(half, outcome == "wrong-code" ? "12345" : site.CodeNow(secret), null, Stop));
        else if (Needs("provider", "provider-unknown", "provider-shut", "provider-half")) await door.Run((SignInByProvider act) => act.Run(person, null, Stop));
        else await door.Run((SignIn act) => act.Run(outcome == "unknown" ? "nobody" : "li.qiang", outcome == "wrong" ? "Wrong-Horse-2" : Site.Password, null, Stop));

        var entry = Assert.Single((await Entries(site)).ExceptBy(before.Select(one => one.Id), one => one.Id));
        Assert.Equal((result, note), (entry.Result, entry.Note));

        bool Needs(params string[] outcomes) => outcomes.Contains(outcome);
    }

    private static Task<List<AuditEntry>> Entries(Site site) => site.AsSystem().Run((Db db) => db.Set<AuditEntry>().AsNoTracking().Where(entry => Steps.Contains(entry.Act)).ToListAsync(Stop));
}
