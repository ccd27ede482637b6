using System.Runtime.Versioning;
using Gongkai.Testing;
using Gongkai.Web.Commands;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary><c>gongkai user</c> and the link of a first start, from outside.</summary>
[SupportedOSPlatform("linux")]
public class UserCommandTests
{
    [Fact]
    public async Task A_first_start_prints_a_link_and_the_command_keeps_accounts()
    {
        var folder = TestFolder.Make();
        Assert.Equal(0, (await GongkaiProcess.Run(folder, "migrate")).ExitCode);
        await using (var first = GongkaiProcess.Start(folder, "serve", "--urls", "http://127.0.0.1:0"))
            Assert.Contains("/setup/", await first.LineWith("初次设置 http"), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, "organs.json"), """{ "organs": [{ "key": "office", "name": "市政府办", "kind": "Office", "since": "2020-01-01" }] }""", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await GongkaiProcess.Run(folder, "organs", "import", "organs.json")).ExitCode);
        var added = await GongkaiProcess.Run(folder, "user", "add", "shen.yan", "--name", "沈言", "--organ", "office", "--role", "openness-officer");
        Assert.Equal(0, added.ExitCode);
        Assert.Contains("一次性链接 http://127.0.0.1:8080/link/", added.Out, StringComparison.Ordinal);

        var reset = await GongkaiProcess.Run(folder, "user", "reset", "shen.yan");
        Assert.Contains("/link/", reset.Out, StringComparison.Ordinal);
        Assert.Contains("没有启用双因素登录", (await GongkaiProcess.Run(folder, "user", "remove-factor", "shen.yan")).Error, StringComparison.Ordinal);
        Assert.Contains("已解锁", (await GongkaiProcess.Run(folder, "user", "unlock", "shen.yan")).Out, StringComparison.Ordinal);
        Assert.Contains("已全部退出", (await GongkaiProcess.Run(folder, "user", "end-sessions", "shen.yan")).Out, StringComparison.Ordinal);
        var list = await GongkaiProcess.Run(folder, "user", "list");
        Assert.Contains("公开主管", list.Out.Split('\n').Single(line => line.Contains("shen.yan", StringComparison.Ordinal)), StringComparison.Ordinal);
        var unknown = await GongkaiProcess.Run(folder, "user", "unlock", "nobody");
        Assert.Equal(SiteWork.RefusedCode, unknown.ExitCode);
        Assert.Contains("没有用户名为“nobody”的账号", unknown.Error, StringComparison.Ordinal);
        TestFolder.Remove(folder);
    }
}
