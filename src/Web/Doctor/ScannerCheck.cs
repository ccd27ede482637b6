using System.Globalization;
using Gongkai.Platform.Scans;

namespace Gongkai.Web.Doctor;

/// <summary>Looks at the virus scanner: whether it is there and how old its signatures are.</summary>
internal static class ScannerCheck
{
    private const string Subject = "查毒程序";

    /// <summary>A daemon whose signatures are older has most likely stopped fetching new ones.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(7);

    public static async Task<Finding> Run(IServiceProvider services, CancellationToken stop)
    {
        var (settings, clamd) = (services.GetRequiredService<ScanSettings>(), services.GetRequiredService<Clamd>());
        if (!clamd.IsSetUp) return Finding.Good(Subject, "没有配置，上传的文件不查病毒（需要时安装 clamav-daemon，并设置 Scan:Socket）");
        if (await clamd.Version(stop) is not { } version)
        {
            return new(
                settings.Required ? Level.Bad : Level.Mind, Subject, $"{settings.Socket} 没有应答{(settings.Required ? "，现在收不了也下载不了文件" : "，新文件暂时标为未扫描")}",
                "检查 clamav-daemon 是否在运行、本程序的用户能否打开这个套接字（加入 clamav 组），以及 Scan:Socket 是否写对");
        }
        return SignaturesOf(version) is { } day && services.GetRequiredService<TimeProvider>().GetUtcNow() - day > Old
            ? new(Level.Mind, Subject, $"{version}，病毒库是 {day:yyyy-MM-dd} 的", "检查 clamav-freshclam 是否在运行、能否连上病毒库的镜像")
            : Finding.Good(Subject, version);
    }

    /// <summary>Day of the signatures, the third part of what the daemon says; null where it says none.</summary>
    private static DateTimeOffset? SignaturesOf(string version) =>
        version.Split('/') is [_, _, var day] && DateTimeOffset.TryParseExact(day, "ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var read) ? read : null;
}
