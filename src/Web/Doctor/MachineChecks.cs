using Gongkai.Law.Calendar;
using Gongkai.Platform.Data;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;

namespace Gongkai.Web.Doctor;

/// <summary>Looks at the machine: folders, disk, clock, calendar, keys and the programs that may help.</summary>
internal static class MachineChecks
{
    private const long LittleSpace = 2L << 30;
    private const long NoSpace = 200L << 20;

    /// <summary>Programs that the site uses where they are, and what for.</summary>
    private static readonly (string Name, string Package, string For)[] Helpers =
    [
        ("pdftotext", "poppler-utils", "读不了 PDF 格式的要点"),
        ("soffice", "libreoffice-writer-nogui", "不能把导出的文件转成 PDF"),
    ];

    public static IEnumerable<Finding> Run(SiteOptions options, TimeProvider time) =>
        [Folder("数据目录", Path.GetFullPath(options.Data)), Folder("文件目录", options.FilePlace().Path), Disk(options), Clock(time), .. Calendar(time), Key(options), .. Proxy(options), .. Helpers.Select(Helper)];

    private static Finding Folder(string subject, string folder)
    {
        if (!Directory.Exists(folder)) return new(Level.Bad, subject, $"{folder} 不存在", "运行 gongkai migrate，或者改正设置");
        return DatabaseTrial.IsWritable(folder) ? Finding.Good(subject, $"{folder} 可以写入") : new(Level.Bad, subject, $"{folder} 不能写入", "让运行本程序的用户能写它");
    }

    private static Finding Disk(SiteOptions options)
    {
        var folder = options.FilePlace().Path;
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var level = free < NoSpace ? Level.Bad : free < LittleSpace ? Level.Mind : Level.Good;
        return new(level, "磁盘空间", $"剩余 {BackupWords.Size(free)}", level == Level.Good ? null : "清理磁盘，或者把文件目录移到更大的磁盘（--files）");
    }

    private static Finding Clock(TimeProvider time) =>
        new(Level.Good, "时间", $"{TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone):yyyy-MM-dd HH:mm:ss}（{time.LocalTimeZone.Id}）");

    private static IEnumerable<Finding> Calendar(TimeProvider time)
    {
        const string subject = "节假日安排";
        var today = time.LocalDay();
        yield return WorkCalendar.National.IsAnnounced(today.Year)
            ? Finding.Good(subject, $"{today.Year} 年已有")
            : new(Level.Bad, subject, $"没有 {today.Year} 年的安排，工作日期限只是暂定", "升级程序，或者按 law/workdays 的格式补上当年的国务院办公厅通知");
        // The notice for a year comes in October or November of the year before.
        if (today.Month == 12 && !WorkCalendar.National.IsAnnounced(today.Year + 1))
            yield return new(Level.Mind, subject, $"还没有 {today.Year + 1} 年的安排，跨年的期限只是暂定", "升级到包含明年安排的版本");
    }

    private static Finding Key(SiteOptions options)
    {
        const string subject = "主密钥";
        if (options.MasterKey is not null) return Finding.Good(subject, "由设置给出（请确认另有备份）");
        var file = options.MasterKeyFile();
        return File.Exists(file) ? Finding.Good(subject, $"{file}（请确认另有备份）") : new(Level.Mind, subject, $"{file} 不存在", "新站在第一次启动时自动生成；不是新站就从备份放回原来的");
    }

    /// <summary>Behind a proxy that nobody named, every visitor comes from this machine, which no limit counts.</summary>
    private static IEnumerable<Finding> Proxy(SiteOptions options)
    {
        const string subject = "代理服务器";
        var (proxies, networks) = TrustedProxies.Read(options.Proxies);
        if (proxies.Count + networks.Count > 0) yield return Finding.Good(subject, $"信任 {options.Proxies}");
        else if (options.Https && options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(IsLocal))
            yield return new(Level.Mind, subject, "公众经 HTTPS 访问，本程序只在本机监听，却没有设置 Proxies：分不清访问者，按地址的访问限制不起作用", "把前面的代理写进设置，如 GONGKAI_PROXIES=127.0.0.1");
    }

    private static bool IsLocal(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;

    private static Finding Helper((string Name, string Package, string For) helper) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, helper.Name)))
            ? Finding.Good(helper.Name, "已安装")
            : Finding.Good(helper.Name, $"没有安装（{helper.For}；需要时安装 {helper.Package}）");
}
