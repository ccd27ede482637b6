using System.CommandLine;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary>The settings that every command of a site takes.</summary>
internal sealed class SiteSettings
{
    private readonly Option<string?>[] _options =
    [
        new("--data") { Description = "数据目录（默认 data；demo 为 data/demo）", HelpName = "目录" },
        new("--database") { Description = "SQLite 文件，或 PostgreSQL 连接 \"Host=…;Database=…\"（默认为数据目录下的 gongkai.db）", HelpName = "数据库" },
        new("--files") { Description = "文件目录（默认为数据目录下的 files）", HelpName = "目录" },
        new("--urls") { Description = "监听地址，多个用分号隔开（默认 http://127.0.0.1:8080，只有本机能访问）", HelpName = "地址" },
        new("--path-base") { Description = "网站在主机上的路径，如 /gongkai（默认独占主机）", HelpName = "路径" },
        new("--time-zone") { Description = "时区（默认 Asia/Shanghai）", HelpName = "时区" },
    ];

    public void AddTo(Command command)
    {
        foreach (var option in _options) command.Options.Add(option);
    }

    /// <summary>What was given, by the names of <see cref="SiteOptions"/>.</summary>
    /// <exception cref="StartProblem">There is a secret in it.</exception>
    public IReadOnlyDictionary<string, string?> Of(ParseResult parsed)
    {
        foreach (var option in _options) SecretFiles.RefuseIn(parsed.GetValue(option));
        return _options.ToDictionary(option => option.Name.TrimStart('-').Replace("-", "", StringComparison.Ordinal), option => parsed.GetValue(option), StringComparer.OrdinalIgnoreCase);
    }
}
