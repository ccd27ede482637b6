using System.Runtime.Versioning;
using Gongkai.Platform.Vault;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Gongkai.Slices.Shield;

[SupportedOSPlatform("linux")]
public class MasterKeyTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = TestFolder.Make();

    private string File => Path.Combine(_folder, "data", "master.key");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_made_once_for_nobody_else_to_read_and_says_so()
    {
        await GongkaiProcess.Run(_folder, "migrate");

        var first = await GongkaiProcess.Run(_folder, "keys", "list");
        var key = await System.IO.File.ReadAllTextAsync(File, Stop);
        var second = await GongkaiProcess.Run(_folder, "keys", "list");

        Assert.Contains("已生成主密钥", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("已生成主密钥", second.Out, StringComparison.Ordinal);
        Assert.Equal(OwnerOnly, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(key, await System.IO.File.ReadAllTextAsync(File, Stop));
        Assert.DoesNotContain(key.Trim(), first.Out + first.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_missed_where_the_database_needs_it()
    {
        await Sealed();
        System.IO.File.Delete(File);

        await Refuses("找不到主密钥");
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Is_refused_where_it_is_another()
    {
        await Sealed();
        await System.IO.File.WriteAllTextAsync(File, MasterKey.Make().Written(), Stop);

        await Refuses("主密钥与数据库不配");
    }

    [Fact]
    public async Task Is_refused_where_others_can_read_it()
    {
        await Sealed();
        System.IO.File.SetUnixFileMode(File, OwnerOnly | UnixFileMode.GroupRead);

        await Refuses("chmod 600");
    }

    [Fact]
    public async Task Comes_from_the_environment_or_from_a_file_and_never_twice()
    {
        await Sealed();
        var key = await System.IO.File.ReadAllTextAsync(File, Stop);
        System.IO.File.Move(File, Path.Combine(_folder, "elsewhere"));

        Assert.Equal(0, (await With(("GONGKAI_MASTERKEY", key.Trim()))).ExitCode);
        Assert.Equal(0, (await With(("GONGKAI_MASTERKEYFILE", "elsewhere"))).ExitCode);
        var twice = await With(("GONGKAI_MASTERKEY", key.Trim()), ("GONGKAI_MASTERKEYFILE", "elsewhere"));
        Assert.Contains("只能给一个", twice.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim(), twice.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GONGKAI_MASTERKEY", "dG9vIHNob3J0", "不是 32 字节的 Base64")]
    [InlineData("GONGKAI_MASTERKEYFILE", "nowhere", "读不出来")]
    [InlineData("GONGKAI_DATABASEFILE", "/dev/null", "是空的")]
    public async Task Is_never_repeated_in_what_the_program_says(string name, string value, string sentence)
    {
        await GongkaiProcess.Run(_folder, "migrate");

        var finished = await With((name, value));

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains(sentence, finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("dG9vIHNob3J0", finished.Out + finished.Error, StringComparison.Ordinal);
        Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_password_on_the_command_line_is_refused_unseen()
    {
        var problem = Assert.Throws<StartProblem>(() => SecretFiles.RefuseIn("Host=db;Database=gongkai;Username=gongkai;" + "Pass" + "word=geheim1"));

        Assert.Contains("GONGKAI_DATABASEFILE", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim1", problem.Message, StringComparison.Ordinal);
        SecretFiles.RefuseIn("Host=db;Database=gongkai;Username=gongkai");
    }

    [Theory]
    [InlineData("Mail:PasswordFile", "Mail:Password", true)]
    [InlineData("SignIn:National:ClientSecretFile", "SignIn:National:ClientSecret", true)]
    [InlineData("Site:LogoFile", "Site:Logo", false)]
    public void Any_secret_and_nothing_else_may_stand_in_a_file(string name, string setting, bool isRead)
    {
        var file = Path.Combine(_folder, "secret");
        System.IO.File.WriteAllText(file, "geheim1\n");
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection([new(name, file)]);

        SecretFiles.Read(settings);

        Assert.Equal(isRead ? "geheim1" : null, settings[setting]);
    }

    /// <summary>A site with its database and key in the folder.</summary>
    private async Task Sealed()
    {
        await GongkaiProcess.Run(_folder, "migrate");
        Assert.Equal(0, (await GongkaiProcess.Run(_folder, "keys", "list")).ExitCode);
    }

    private async Task<Finished> With(params (string Name, string Value)[] environment)
    {
        await using var program = GongkaiProcess.Start(null, _folder, ["keys", "list"], environment.ToDictionary(pair => pair.Name, pair => pair.Value));
        return await program.End();
    }

    private async Task Refuses(string sentence)
    {
        var finished = await GongkaiProcess.Run(_folder, "serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, finished.ExitCode);
        Assert.Contains(sentence, Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
