using System.Text.Json;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Settings;
using Gongkai.Platform.Vault;
using Gongkai.Slices.Platform;
using Gongkai.Slices.Shield;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>What <c>gongkai doctor</c> finds on a site, and what it says to do.</summary>
public class DoctorTests
{
    private readonly string _folder = TestFolder.Make();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Finds_a_good_site_good(Site site)
    {
        Directory.CreateDirectory(Path.Combine(site.Folder, "files"));
        await using (await Node.Start(site)) { } // makes what a first start makes

        var told = await Doctor(site);

        Assert.DoesNotContain("不行", told.Out, StringComparison.Ordinal);
        Assert.Contains(site.Engine == Engine.Sqlite ? "完整性检查通过" : "PostgreSQL", told.Out, StringComparison.Ordinal);
        Assert.InRange(told.ExitCode, 0, 1);
    }

    [Theory, EachEngine]
    public async Task Says_what_to_do_about_an_old_schema(Site site)
    {
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("delete from platform_schema where name = '0001-platform'", Stop));

        var told = await Doctor(site, "--json");

        Assert.Equal(2, told.ExitCode);
        var finding = JsonDocument.Parse(told.Out).RootElement.EnumerateArray().Single(one => one.GetProperty("subject").GetString() == "数据库结构");
        Assert.Equal("bad", finding.GetProperty("level").GetString());
        Assert.Contains("gongkai migrate", finding.GetProperty("advice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_a_damaged_file()
    {
        await GongkaiProcess.Run(_folder, "migrate");
        var file = Path.Combine(_folder, "data", "gongkai.db");
        await using (var bytes = File.OpenWrite(file))
        {
            bytes.Position = 8 * 4096;
            await bytes.WriteAsync(new byte[64 * 4096].Select(_ => (byte)0x5a).ToArray(), Stop);
        }

        var told = await GongkaiProcess.Run(_folder, "doctor");

        Assert.Equal(2, told.ExitCode);
        Assert.Matches("不行  数据库：.*(已损坏|不能使用)", told.Out);
    }

    [Theory]
    [InlineData("运行 gongkai migrate")]
    [InlineData("本机没有时区", "--time-zone", "Asia/Atlantis")]
    [InlineData("数据库设置（Database）看不懂", "--database", "Host=a;Nonsense=1")]
    [InlineData("连不上 PostgreSQL 服务器", "--database", "Host=127.0.0.1;Port=1;Database=a;Username=a")]
    public async Task Says_what_is_wrong_with_the_settings(string found, params string[] arguments)
    {
        var told = await GongkaiProcess.Run(_folder, ["doctor", .. arguments]);

        Assert.Equal((2, ""), (told.ExitCode, told.Error));
        Assert.Contains(found, told.Out, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Notices_events_that_wait(Site site)
    {
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("insert into platform_deliveries (handler, position, attempts, problem) values ('duties.NotifyOrgans:PlanAdopted', 0, 3, 'broken')", Stop));

        var told = await Doctor(site);

        Assert.Contains("duties.NotifyOrgans:PlanAdopted（已试 3 次）", told.Out, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine("邮件：没有开启", false)]
    [EachEngine("邮件：连不上 127.0.0.1:1", true)]
    public async Task Tries_the_mail_server_where_mail_is_on(Site site, string found, bool isOn)
    {
        await site.AsSystem().Run(async (IServiceProvider services) =>
        {
            await services.GetRequiredService<SettingsStore>().Set(new MessageSettings { MailOn = isOn, Host = "127.0.0.1", Port = 1 }, Stop);
            await services.GetRequiredService<Db>().SaveChangesAsync(Stop);
        });

        Assert.Contains(found, (await Doctor(site)).Out, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Tries_the_master_key_on_the_database(Site site)
    {
        await site.AddWithEmail("li.qiang");
        var key = Path.Combine(site.Folder, "master.key");

        Assert.Contains("好　  数据库里的密钥：主密钥打得开", (await Doctor(site)).Out, StringComparison.Ordinal);
        await File.WriteAllTextAsync(key, MasterKey.Make().Written(), Stop);
        Assert.Contains("不行  数据库里的密钥：主密钥打不开", (await Doctor(site)).Out, StringComparison.Ordinal);
        await File.WriteAllTextAsync(key, "nonsense", Stop);
        Assert.Contains("不行  数据库里的密钥：主密钥文件", (await Doctor(site)).Out, StringComparison.Ordinal);
        File.Delete(key);
        var told = await Doctor(site);
        Assert.Contains("不行  数据库里的密钥：有加密保存的内容，但是找不到主密钥", told.Out, StringComparison.Ordinal);
        Assert.Equal(2, told.ExitCode);
        Assert.False(File.Exists(key));
    }

    [Theory, EachEngine]
    public async Task Misses_files_that_are_gone_from_the_disk(Site site)
    {
        var hashes = await site.AsSystem().Run(async (IServiceProvider services) =>
        {
            var store = services.GetRequiredService<FileStore>();
            List<string> kept = [(await store.Keep(new MemoryStream([1]), Stop)).Hex, (await store.Keep(new MemoryStream([2]), Stop)).Hex];
            await services.GetRequiredService<Db>().SaveChangesAsync(Stop);
            return kept;
        });

        Assert.Contains("好　  上传的文件：2 个全部看过，都在", (await Doctor(site)).Out, StringComparison.Ordinal);
        File.Delete(Path.Combine(site.Folder, "files", hashes[0][..2], hashes[0]));
        Assert.Contains($"不行  上传的文件：2 个全部看过，缺 1 个的内容（{hashes[0]}）", (await Doctor(site)).Out, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Notices_messages_that_did_not_go_out(Site site)
    {
        await site.Decide(MessageScene.MailTo(Ports.Free()));
        var wang = await site.Reachable("wang.fang", "no address");
        await Tell(site, wang.Id);
        await site.Send(); // to what is no address: dead at once

        Assert.Contains("注意  发出的消息：1 条多次发送失败", (await Doctor(site)).Out, StringComparison.Ordinal);
        await Tell(site, wang.Id); // in the past, as this machine sees it
        Assert.Contains("注意  发出的消息：1 条早该发出，等了 10 分钟以上；另有 1 条", (await Doctor(site)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "http://127.0.0.1:8080;http://localhost:8081", null, true)]
    [InlineData(true, "http://127.0.0.1:8080", "127.0.0.1", false)]
    [InlineData(true, "http://127.0.0.1:8080;http://0.0.0.0:8081", null, false)]
    [InlineData(false, "http://127.0.0.1:8080", null, false)]
    public async Task Minds_a_proxy_that_nobody_named(bool https, string urls, string? proxies, bool isMinded)
    {
        var environment = new Dictionary<string, string> { ["GONGKAI_HTTPS"] = https ? "true" : "false", ["GONGKAI_URLS"] = urls };
        if (proxies is not null) environment["GONGKAI_PROXIES"] = proxies;

        await using var program = GongkaiProcess.Start(null, _folder, ["doctor"], environment);

        Assert.Equal(isMinded, (await program.End()).Out.Contains("注意  代理服务器：", StringComparison.Ordinal));
    }

    private static Task Tell(Site site, Guid account) => site.AsSystem().Run(async (IServiceProvider services) =>
    {
        await services.GetRequiredService<Messages>().Tell([account], "duties.reminded", "请报送", null, Stop);
        await services.GetRequiredService<Db>().SaveChangesAsync(Stop);
    });

    private static async Task<Finished> Doctor(Site site, params string[] arguments) =>
        await GongkaiProcess.Run(site.Folder, ["doctor", "--data", site.Folder, "--database", await site.DatabaseSetting(), .. arguments]);
}
