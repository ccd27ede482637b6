using System.CommandLine;
using Gongkai.Platform.Backups;
using Gongkai.Platform.Data;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai backup</c>: one archive of database and files, taken while the site runs.</summary>
internal static class BackupCommand
{
    /// <summary>Exit code of a backup that is whole but names files that were lost before it.</summary>
    private const int WithLosses = 1;

    public static Command Create()
    {
        var target = new Argument<string>("目标") { Description = "备份文件，或放备份的目录（文件名按时间自动取）" };
        var withKey = new Option<bool>("--with-master-key") { Description = "把主密钥也放进备份（默认不放：拿到备份的人便能读出加密的内容）" };
        var settings = new SiteSettings();
        var command = new Command("backup", "备份数据库和文件；网站不必停") { target, withKey };
        settings.AddTo(command);
        command.SetAction((parsed, stop) => Run(settings.Of(parsed), parsed.GetValue(target)!, parsed.GetValue(withKey), stop));
        return command;
    }

    private static async Task<int> Run(IReadOnlyDictionary<string, string?> settings, string target, bool withKey, CancellationToken stop)
    {
        await using var site = SiteHost.Compose("data", settings).Build();
        var options = site.Services.GetRequiredService<SiteOptions>();
        var database = site.Services.GetRequiredService<DatabaseChoice>();
        await StartTrial.Run(options, stop);
        if (!DatabaseTrial.Exists(database)) throw new StartProblem("数据库还没有建立，没有可以备份的内容。");

        var backup = new Backup(database, options.FilePlace(), site.Services.GetRequiredService<TimeProvider>());
        var archive = Directory.Exists(target) ? Path.Combine(target, backup.NewName()) : target;
        var manifest = await BackupWords.Trying(() => backup.Write(archive, withKey ? options.MasterKeyFile() : null, stop));

        Console.WriteLine($"已备份到 {Path.GetFullPath(archive)}（{BackupWords.Size(new FileInfo(archive).Length)}）");
        Console.WriteLine($"数据库：{manifest.Engine}，结构 {manifest.Schema.Count} 步，{manifest.Rows.Count} 张表共 {manifest.Rows.Values.Sum()} 行；文件 {manifest.Files} 个（{BackupWords.Size(manifest.FileBytes)}）。");
        Console.WriteLine(withKey ? "主密钥在备份里：请像保管密码一样保管这个备份。" : "主密钥不在备份里：请另外备份，并和数据分开保管；没有它，加密保存的内容打不开。");
        if (manifest.LostFiles.Count == 0) return 0;
        await Console.Error.WriteLineAsync($"注意：{manifest.LostFiles.Count} 个文件在备份以前就已丢失或被改动，没有放进备份：{string.Join(" ", manifest.LostFiles.Take(5))}。请从较早的备份找回。");
        return WithLosses;
    }
}
