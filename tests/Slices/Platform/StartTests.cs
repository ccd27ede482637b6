using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Gongkai.Slices.Platform;

/// <summary>What the program says when it cannot start: one line with what is wrong and what to do, and no trace.</summary>
[SupportedOSPlatform("linux")]
public class StartTests
{
    private readonly string _folder = TestFolder.Make();

    [Fact]
    public async Task Says_that_the_folder_of_the_database_is_missing() =>
        await Refuses("不存在：请先建立它", "serve", "--database", "nowhere/gongkai.db");

    [Fact]
    public async Task Says_that_a_file_is_no_database()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "letter.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        await Refuses("不是 SQLite 数据库", "serve", "--database", "letter.db");
    }

    [Fact]
    public async Task Says_that_a_folder_is_no_database()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder.db"));

        await Refuses("不是 SQLite 数据库", "migrate", "--database", "folder.db");
    }

    [Fact]
    public async Task Says_that_the_data_folder_is_read_only()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        File.SetUnixFileMode(Path.Combine(_folder, "data"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        OpenTo(_folder);

        // Root may write everywhere, so the program must run as somebody else.
        await using var program = GongkaiProcess.Start(Environment.UserName == "root" ? "nobody" : null, _folder, ["migrate"]);

        OneLine("是只读的：请换一个目录（--data）", await program.End());
    }

    [Theory]
    [InlineData("en.json", "{ \"texts\": { \"首页\": \"Home\"\n \"登录\": \"Sign in\" } }", "第 2 行写得不对")]
    [InlineData("en.json", "{ \"首页\": \"Home\" }", "里没有 \"texts\"")]
    [InlineData("en.json", "{ \"texts\": { \"首页\": 1 } }", "“首页”的译文不是文字")]
    [InlineData("en.json", "{ \"texts\": { \"共 {0} 条\": \"all\" } }", "位置和原文不一致")]
    [InlineData("en.json", "{ \"texts\": { \"共 {0} 条\": \"{0 in all\" } }", "花括号不成对")]
    [InlineData("english.json", "{ \"texts\": {} }", "文件名不是语言代码")]
    public async Task Says_what_is_wrong_with_a_translation_of_the_office(string name, string content, string sentence)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data", "languages"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "languages", name), content, TestContext.Current.CancellationToken);

        await Refuses(sentence, "serve");
    }

    [Fact]
    public async Task Says_that_no_server_answers()
    {
        await Refuses("连不上 PostgreSQL 服务器 127.0.0.1:1/gongkai", "serve", "--database", "Host=127.0.0.1;Port=1;Database=gongkai;Username=gongkai");
    }

    [Fact]
    public async Task Gives_a_silent_server_five_seconds_at_most()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start(); // takes the connection and says nothing
        var trial = Stopwatch.StartNew();

        var problem = await DatabaseTrial.Run(DatabaseChoice.Read($"Host=127.0.0.1;Port={PortOf(silent)};Database=gongkai;Username=gongkai"), TestContext.Current.CancellationToken);

        Assert.Equal(DatabaseFault.Unreachable, problem?.Fault);
        Assert.InRange(DatabaseTrial.Patience, 1, 5);
        Assert.True(trial.Elapsed < TimeSpan.FromMinutes(1), "The trial does not end by itself");
    }

    [Theory, OnPostgreSql]
    public async Task Says_that_the_password_is_wrong(Site site)
    {
        var server = new NpgsqlConnectionStringBuilder(await site.DatabaseSetting());
        Assert.SkipWhen(server.Host?.StartsWith('/') != true, "PostgreSQL: only a private server can be told to ask for a password");
        await PostgreSqlServer.Execute("do $$ begin create role careful login password 'right'; exception when duplicate_object then null; end $$");
        await File.WriteAllTextAsync(Path.Combine(server.Host!, "data", "pg_hba.conf"), "local all careful scram-sha-256\nlocal all all trust\n", TestContext.Current.CancellationToken);
        await PostgreSqlServer.Execute("select pg_reload_conf()");

        var finished = await GongkaiProcess.Run(_folder, "serve", "--database", new NpgsqlConnectionStringBuilder { Host = server.Host, Database = server.Database, Username = "careful", Password = "wrong" }.ConnectionString);

        OneLine("不接受这个用户名或密码", finished);
        Assert.DoesNotContain("wrong", finished.Error, StringComparison.Ordinal);
    }

    [Theory, OnPostgreSql]
    public async Task Says_that_the_server_has_no_such_database(Site site)
    {
        var server = new NpgsqlConnectionStringBuilder(await site.DatabaseSetting()) { Database = "not_there" };

        await Refuses("请先用 createdb 建立它", "serve", "--database", server.ConnectionString);
    }

    [Fact]
    public async Task Says_that_the_database_was_never_made() => await Refuses("请先运行 gongkai migrate", "serve");

    [Theory]
    [EachEngine("delete from platform_schema where name = '0001-platform'", "数据库结构比程序旧，还差 1 步：请先备份，再运行 gongkai migrate")]
    [EachEngine("insert into platform_schema (module, name, applied_at) values ('platform', '9999-later', '')", "数据库结构比程序新（platform/9999-later）：请改用较新的程序")]
    public async Task Refuses_a_database_of_another_release(Site site, string change, string sentence)
    {
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken));

        await Refuses(sentence, "serve", "--database", await site.DatabaseSetting());
    }

    [Theory, EachEngine]
    public async Task Says_that_the_port_is_taken(Site site)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await Refuses("已被别的程序占用：请停止那个程序，或者用 --urls 换一个端口", "serve", "--data", site.Folder, "--database", await site.DatabaseSetting(), "--urls", $"http://127.0.0.1:{PortOf(other)}");
    }

    [Fact]
    public async Task Says_that_an_address_is_not_one() => await RefusesAfterMigrating("请写成 --urls http://127.0.0.1:8080 这样", "serve", "--urls", "8080");

    [Fact]
    public async Task Says_that_a_time_zone_is_unknown() => await Refuses("本机没有时区 Asia/Atlantis", "serve", "--time-zone", "Asia/Atlantis");

    [Fact]
    public async Task Shows_help_for_what_it_does_not_know()
    {
        var finished = await GongkaiProcess.Run(_folder, "fly");

        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("serve", finished.Out, StringComparison.Ordinal);
        Assert.Contains("migrate", finished.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrates_once_and_serves_what_it_migrated()
    {
        var first = await GongkaiProcess.Run(_folder, "migrate");
        var second = await GongkaiProcess.Run(_folder, "migrate");
        await using var site = GongkaiProcess.Start(_folder, "serve", "--urls", "http://127.0.0.1:0");

        Assert.Contains("已执行 platform/0001-platform", first.Out, StringComparison.Ordinal);
        Assert.Equal("数据库已是最新。", second.Out.Trim());
        using var http = new HttpClient(new SocketsHttpHandler());
        var page = await http.GetStringAsync(new Uri(await site.Address() + "/sign-in"), TestContext.Current.CancellationToken);
        Assert.Contains("登录", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_again_after_a_kill()
    {
        await GongkaiProcess.Run(_folder, "migrate");
        await using (var killed = GongkaiProcess.Start(_folder, "serve", "--urls", "http://127.0.0.1:0"))
        {
            await killed.Address();
            await killed.Kill();
        }

        await using var again = GongkaiProcess.Start(_folder, "serve", "--urls", "http://127.0.0.1:0");
        Assert.StartsWith("http://127.0.0.1:", await again.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_the_demo_from_nothing_and_again_from_what_it_left()
    {
        for (var run = 0; run < 2; run++)
        {
            await using var demo = GongkaiProcess.Start(_folder, "demo", "--urls", "http://127.0.0.1:0");
            Assert.StartsWith("http://127.0.0.1:", await demo.Address(), StringComparison.Ordinal);
            Assert.Contains("/console", await demo.LineWith("工作台"), StringComparison.Ordinal);
        }
        Assert.True(File.Exists(Path.Combine(_folder, "data", "demo", "gongkai.db")));
    }

    private async Task RefusesAfterMigrating(string sentence, params string[] arguments)
    {
        await GongkaiProcess.Run(_folder, "migrate");
        await Refuses(sentence, arguments);
    }

    private async Task Refuses(string sentence, params string[] arguments) => OneLine(sentence, await GongkaiProcess.Run(_folder, arguments));

    private static void OneLine(string sentence, Finished finished)
    {
        Assert.Equal(2, finished.ExitCode);
        Assert.Equal("", finished.Out);
        var line = Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("gongkai：", line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Lets another user reach a folder of this run.</summary>
    private static void OpenTo(string folder)
    {
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(TestFolder.OfRun, everybody);
        File.SetUnixFileMode(folder, everybody);
    }
}
