using System.Runtime.Versioning;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Shield;

/// <summary>The real program changes the master key of a site.</summary>
[SupportedOSPlatform("linux")]
public class MasterKeyChangeTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _next = MasterKey.Make().Written();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Lets_the_new_key_open_everything_and_the_old_one_nothing(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        await site.AsSystem().Run((KeyRotation rotation) => rotation.Begin(Stop)); // a second key, under which nothing stands
        var ticket = (await site.Services()).GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("签到");

        var told = await Rewrap(site, _next);

        Assert.Equal((0, ""), (told.ExitCode, told.Error));
        Assert.Contains("个人信息 2 个，登录和表单 1 个", told.Out, StringComparison.Ordinal);
        Assert.Contains($"把新主密钥放到 {Present(site)}；二、重新启动每个节点", told.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(_next, told.Out, StringComparison.Ordinal);
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<Gongkai.Platform.Audit.AuditEntry>().CountAsync(entry => entry.Act == "platform.MasterKeyChange", Stop)));

        var old = await Program(site, "serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(StartProblem.ExitCode, old.ExitCode);
        Assert.Contains("主密钥与数据库不配", old.Error, StringComparison.Ordinal);

        File.Move(New(site), Present(site), overwrite: true);
        await using (var node = await Node.Start(site)) Assert.Equal("ready", (await node.Ask("/readyz")).Text);
        await using var other = SiteHost.Compose(site.Folder, new Dictionary<string, string?> { ["Database"] = await site.DatabaseSetting() }).Build();
        Assert.Equal("签到", other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(ticket));
        await using var scope = other.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        Assert.Equal(Sealing.Email, await scope.ServiceProvider.GetRequiredService<PersonalData>().Read(new Sealing.ContactPage(), AccountFields.Email, account.Id, (await site.Stored(account.Id)).SealedEmail!, new("account", account.Id), null, Stop));
    }

    [Theory]
    [EachEngine("dG9vIHNob3J0", OwnerOnly, "不是 32 字节的 Base64")]
    [EachEngine(null, OwnerOnly, "就是现在的主密钥")]
    [EachEngine("", OwnerOnly, "不是 32 字节的 Base64")]
    [EachEngine("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", OwnerOnly | UnixFileMode.OtherRead, "chmod 600")]
    public async Task Is_refused_where_the_new_key_is_none(Site site, string? key, UnixFileMode mode, string sentence)
    {
        await site.AddWithEmail("li.qiang");

        var told = await Rewrap(site, key ?? await File.ReadAllTextAsync(Present(site), Stop), mode);

        Assert.Equal(StartProblem.ExitCode, told.ExitCode);
        Assert.Contains(sentence, told.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Program(site, "keys", "list")).ExitCode);
    }

    [Theory, EachEngine]
    public async Task Changes_nothing_where_one_key_does_not_open(Site site)
    {
        await site.AddWithEmail("li.qiang");
        (await site.Services()).GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("签到"); // makes the key of cookies
        var stored = await site.AsSystem().Run((ProtectionDb db) => db.DataProtectionKeys.SingleAsync(Stop));
        var altered = System.Text.RegularExpressions.Regex.Replace(stored.Xml!, "<sealed[^>]*>", "$0AAAA", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        Assert.NotEqual(stored.Xml, altered);
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlAsync($"update platform_protection_keys set xml = {altered}", Stop));

        var told = await Rewrap(site, _next);

        Assert.Equal(StartProblem.ExitCode, told.ExitCode);
        Assert.Contains("打不开的密钥：什么都没有改动", told.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Program(site, "keys", "list")).ExitCode);
    }

    private async Task<Finished> Rewrap(Site site, string key, UnixFileMode mode = OwnerOnly)
    {
        await File.WriteAllTextAsync(New(site), key + "\n", Stop);
        File.SetUnixFileMode(New(site), mode);
        return await Program(site, "keys", "rewrap", "--new-master-key-file", New(site));
    }

    private static async Task<Finished> Program(Site site, params string[] arguments) =>
        await GongkaiProcess.Run(site.Folder, [.. arguments, "--data", site.Folder, "--database", await site.DatabaseSetting()]);

    private static string Present(Site site) => Path.Combine(site.Folder, "master.key");

    private static string New(Site site) => Path.Combine(site.Folder, "new.key");
}
