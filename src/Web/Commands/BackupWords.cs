using System.Globalization;
using Gongkai.Platform.Backups;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary>Sentences of backup and restore.</summary>
internal static class BackupWords
{
    /// <summary>Does the work; what stands against it becomes a sentence.</summary>
    /// <exception cref="StartProblem">It was not done.</exception>
    public static async Task<T> Trying<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (BackupException problem)
        {
            throw new StartProblem(Sentence(problem.Fault, problem.Detail.ReplaceLineEndings(" ")));
        }
    }

    /// <summary>A size for people, such as <c>1.5 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => (bytes / (double)(1L << 30)).ToString("0.0 GB", CultureInfo.InvariantCulture),
        >= 1L << 20 => (bytes / (double)(1L << 20)).ToString("0.0 MB", CultureInfo.InvariantCulture),
        >= 1L << 10 => (bytes / (double)(1L << 10)).ToString("0.0 KB", CultureInfo.InvariantCulture),
        _ => $"{bytes} B",
    };

    private static string Sentence(BackupFault fault, string detail) => fault switch
    {
        BackupFault.TargetExists => $"{detail} 已经存在：请换一个文件名，原文件没有改动。",
        BackupFault.NotWritable => $"写不进去（{detail}）：请检查磁盘空间和权限，没有留下不完整的内容。",
        BackupFault.Damaged => $"备份文件不完整或被改动过（{detail}）：请换一个备份，什么都没有恢复。",
        BackupFault.ForeignEntry => $"备份文件里有不该有的内容（{detail}）：这不是 gongkai backup 写出的文件，什么都没有恢复。",
        BackupFault.OtherEngine => $"备份出自 {detail}，要恢复到的是另一种数据库：请改正 --database。",
        BackupFault.OtherRelease => $"备份出自较新的程序，本程序不认识 {detail}：请用写出备份的那个版本恢复。",
        BackupFault.NotEmpty => $"{detail} 里已有内容：只能恢复到空的地方，请换一个目录或一个新的数据库，原有内容没有改动。",
        BackupFault.Leftover => $"{detail} 是以前的数据库留下的日志，SQLite 会把它并进恢复出来的数据库：请先把它移到别处，或者换一个目录，什么都没有恢复。",
        BackupFault.NotProved => $"恢复的内容与备份清单不一致（{detail}）：请换一个备份，什么都没有恢复。",
        BackupFault.NoMasterKey => $"没有主密钥文件 {detail}：主密钥若由环境变量或别的文件给出，请另行备份，不要加 --with-master-key。",
        _ => detail,
    };
}
