using System.Text.RegularExpressions;

namespace Gongkai.Web.Host;

/// <summary>
/// Secrets come from the environment or from files, never from the command line. Any secret setting X may be given as X + "File",
/// the path of a file that holds it: as services of a machine and containers hand secrets out.
/// </summary>
internal static partial class SecretFiles
{
    private const string Ending = "File";

    /// <summary>Reads the files that settings name and puts what they hold in the place of the settings themselves.</summary>
    /// <exception cref="StartProblem">A file cannot be read, or the setting is given twice.</exception>
    public static void Read(ConfigurationManager settings)
    {
        var read = new Dictionary<string, string?>();
        foreach (var (name, path) in settings.AsEnumerable())
        {
            if (!name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || string.IsNullOrEmpty(path) || !Secret().IsMatch(name[..^Ending.Length])) continue;
            var setting = name[..^Ending.Length];
            if (!string.IsNullOrEmpty(settings[setting])) throw new StartProblem($"设置 {setting} 和 {name} 只能给一个：请去掉其中之一。");
            read[setting] = Content(name, path);
        }
        if (read.Count > 0) settings.AddInMemoryCollection(read);
    }

    /// <summary>Refuses a password on the command line, where every user of the machine can see it.</summary>
    /// <exception cref="StartProblem">There is one.</exception>
    public static void RefuseIn(string? value)
    {
        if (value is not null && Password().IsMatch(value))
            throw new StartProblem("命令行上的密码会被本机别的用户看到：请把数据库设置写进环境变量 GONGKAI_DATABASE，或者写进文件，再用 GONGKAI_DATABASEFILE 指明这个文件。");
    }

    private static string Content(string name, string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : throw new StartProblem($"设置 {name} 指明的文件 {path} 是空的：请写入内容。");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"设置 {name} 指明的文件 {path} 读不出来：请检查路径，并让运行本程序的用户能读它。");
        }
    }

    /// <summary>The names of settings that are secrets, whichever section they stand in.</summary>
    [GeneratedRegex("(Database|MasterKey|Password|Secret|Token)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(^|;)\s*(Password|Pwd)\s*=\s*[^;\s]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Password();
}
