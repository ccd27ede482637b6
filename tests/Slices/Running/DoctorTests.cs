using System.Text.Json;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Settings;
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

    private static async Task<Finished> Doctor(Site site, params string[] arguments) =>
        await GongkaiProcess.Run(site.Folder, ["doctor", "--data", site.Folder, "--database", await site.DatabaseSetting(), .. arguments]);
}
