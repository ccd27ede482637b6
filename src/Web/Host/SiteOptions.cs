using System.Text.RegularExpressions;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;

namespace Gongkai.Web.Host;

/// <summary>
/// What the person who runs a site decides: appsettings.json beside the program, then the environment (GONGKAI_DATABASE),
/// then the command line (--database), each stronger than the one before.
/// </summary>
internal sealed partial record SiteOptions
{
    /// <summary>Folder of everything the site writes itself; below the working folder unless absolute.</summary>
    public string Data { get; init; } = "data";

    /// <summary>A SQLite file, or the connection of a PostgreSQL server; null for <c>gongkai.db</c> in <see cref="Data"/>.</summary>
    public string? Database { get; init; }

    /// <summary>Folder of uploaded files; null for <c>files</c> in <see cref="Data"/>.</summary>
    public string? Files { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons. Only this machine can reach the default.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Path below which the site stands on its host, <c>/gongkai</c>; empty where it has the host to itself.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>Name of the time zone in which local days begin and end.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Form of the log: <c>simple</c> for people, <c>json</c> for collectors.</summary>
    public string LogFormat { get; init; } = "simple";

    /// <summary>Where metrics and traces go by OpenTelemetry; null for nowhere. OTEL_EXPORTER_OTLP_ENDPOINT is the same and stronger.</summary>
    public string? Otlp { get; init; }

    /// <summary>Seconds for which a node that was told to stop still serves while <c>/readyz</c> says no: as long as a load balancer needs to notice.</summary>
    public int StopNotice { get; init; }

    /// <summary>Seconds that requests under way get when the program is told to stop.</summary>
    public int StopWait { get; init; } = 60;

    /// <summary>True where the log is JSON.</summary>
    /// <exception cref="StartProblem">The setting is neither form.</exception>
    public bool LogsJson => LogFormat switch
    {
        "json" => true,
        "simple" => false,
        _ => throw new StartProblem($"日志格式（LogFormat）{LogFormat} 看不懂：请写 simple 或 json。"),
    };

    public TimeSpan StopNoticeTime => Seconds(StopNotice);

    public TimeSpan StopWaitTime => Seconds(StopWait);

    /// <summary>Addresses and networks of the proxies in front, divided by semicolons; what they say of a visitor is believed. None = nobody.</summary>
    public string? Proxies { get; init; }

    /// <summary>True when the public reaches the site over TLS alone: cookies are then never sent without it.</summary>
    public bool Https { get; init; }

    /// <summary>The key that wraps the keys in the database, 32 bytes in base 64; null for <c>master.key</c> in <see cref="Data"/>.</summary>
    public string? MasterKey { get; init; }

    /// <summary>The path meant, such as <c>/gongkai</c>; empty for none.</summary>
    /// <exception cref="StartProblem">It is no path.</exception>
    public string SitePath() => PathBase is "" or "/" ? ""
        : PathForm().IsMatch(PathBase) ? PathBase
        : throw new StartProblem($"网站路径（PathBase）{PathBase} 不能用：请写成 /gongkai 这样，以斜杠开头，不以斜杠结尾，只用字母、数字、点、横线和下划线。");

    [GeneratedRegex(@"\A(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathForm();

    /// <summary>The database meant.</summary>
    /// <exception cref="StartProblem">The setting cannot be read.</exception>
    public DatabaseChoice DatabaseChoice()
    {
        try
        {
            return Platform.Data.DatabaseChoice.Read(Database ?? Path.Combine(Data, "gongkai.db"));
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartProblem("数据库设置（Database）看不懂：请写 SQLite 文件的路径，或者 \"Host=…;Database=…;Username=…;Password=…\"。");
        }
    }

    private static TimeSpan Seconds(int seconds) => seconds is >= 0 and <= 600
        ? TimeSpan.FromSeconds(seconds)
        : throw new StartProblem("停止时的等待（StopNotice、StopWait）请写 0 到 600 秒。");

    /// <summary>Where files lie.</summary>
    public FilePlace FilePlace() => new(Path.GetFullPath(Files ?? Path.Combine(Data, "files")));

    /// <summary>Path of the master key where no other setting gives it.</summary>
    public string MasterKeyFile() => Path.GetFullPath(Path.Combine(Data, "master.key"));

    /// <summary>The clock of the site.</summary>
    /// <exception cref="StartProblem">This machine does not know the zone.</exception>
    public LocalTime Clock() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)
        ? new(zone)
        : throw new StartProblem($"本机没有时区 {TimeZone}：请改正设置 TimeZone，或者安装 tzdata。");
}
