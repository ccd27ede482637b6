using System.CommandLine;
using Gongkai.Platform.Backups;
using Gongkai.Platform.Data;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai restore</c>: brings an archive into an empty place and proves that everything is there.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var archive = new Argument<FileInfo>("备份文件") { Description = "gongkai backup 写出的文件" };
        var settings = new SiteSettings();
        var command = new Command("restore", "把备份恢复到空的地方，并逐项核验") { archive };
        settings.AddTo(command);
        command.SetAction((parsed, stop) => Run(settings.Of(parsed), parsed.GetValue(archive)!, stop));
        return command;
    }

    private static async Task<int> Run(IReadOnlyDictionary<string, string?> settings, FileInfo archive, CancellationToken stop)
    {
        if (!archive.Exists) throw new StartProblem($"没有备份文件 {archive.FullName}：请检查路径。");
        await using var site = SiteHost.Compose("data", settings).Build();
        var options = site.Services.GetRequiredService<SiteOptions>();
        var database = site.Services.GetRequiredService<DatabaseChoice>();
        if (database.Engine == Engine.PostgreSql && await DatabaseTrial.Run(database, stop) is { } problem) throw new StartProblem(StartTrial.Sentence(problem));

        var restore = new Restore(database, options.FilePlace(), site.Services.GetServices<SchemaSource>());
        var restored = await BackupWords.Trying(() => restore.Run(archive.FullName, options.MasterKeyFile(), stop));
        var manifest = restored.Manifest;
        if (manifest.LostFiles.Count > 0) Console.WriteLine($"注意：{manifest.LostFiles.Count} 个文件在备份以前就已丢失，备份里没有：{string.Join(" ", manifest.LostFiles.Take(5))}。");
        if (!restored.MasterKey) Console.WriteLine($"备份里没有主密钥：请把原来的主密钥放回 {options.MasterKeyFile()}（或原来的设置），再启动网站。");
        if (restored.Pending.Count > 0) Console.WriteLine($"备份出自较早的版本 {manifest.Release}：请运行 gongkai migrate（还差 {restored.Pending.Count} 步），再启动网站。");
        Console.WriteLine($"已恢复并核验：结构 {manifest.Schema.Count} 步齐全，{manifest.Rows.Count} 张表共 {manifest.Rows.Values.Sum()} 行与清单一致，{manifest.Files} 个文件的摘要逐一相符。备份开始于 {TimeZoneInfo.ConvertTime(manifest.BegunAt, site.Services.GetRequiredService<TimeProvider>().LocalTimeZone):yyyy-MM-dd HH:mm:ss}。");
        return 0;
    }
}
