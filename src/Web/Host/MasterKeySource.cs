using Gongkai.Platform.Vault;

namespace Gongkai.Web.Host;

/// <summary>
/// Where the master key comes from: the setting MasterKey (from the environment, or from a file by MasterKeyFile), otherwise
/// <c>master.key</c> in the data folder, which is made at the first start and which nobody but the program's user may read.
/// </summary>
internal sealed class MasterKeySource(SiteOptions options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _file = options.MasterKeyFile();

    /// <summary>The file that was made by this process; null where there was a key already.</summary>
    public string? Made { get; private set; }

    /// <summary>The file, where neither the setting nor it is there.</summary>
    public string? Missing => options.MasterKey is null && !File.Exists(_file) ? _file : null;

    /// <summary>Reads the key, and makes it where there is none.</summary>
    /// <exception cref="StartProblem">It cannot be read, is no key, or lies open to others.</exception>
    public MasterKey Load()
    {
        if (options.MasterKey is { } given) return Read(given, "主密钥设置（MasterKey 或 MasterKeyFile）");
        if (!File.Exists(_file)) Make();
        return LoadFrom(_file);
    }

    /// <summary>Reads a key from a file.</summary>
    /// <exception cref="StartProblem">It cannot be read, is no key, or lies open to others.</exception>
    public static MasterKey LoadFrom(string file)
    {
        try
        {
            RefuseOpen(file);
            return Read(File.ReadAllText(file), $"主密钥文件 {file}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"主密钥文件 {file} 读不出来：请让运行本程序的用户能读它。");
        }
    }

    /// <summary>The sentence for whoever starts the site, where a key was made.</summary>
    public string? Note => Made is null ? null : $"已生成主密钥 {Made}，只有运行本程序的用户能读。请把它另外备份，不要和数据库放在一起：没有它，加密保存的内容打不开。";

    private void Make()
    {
        var draft = $"{_file}.{Environment.ProcessId}";
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        try
        {
            using (var file = new FileStream(draft, Private()))
            {
                using var writer = new StreamWriter(file, leaveOpen: true);
                writer.WriteLine(MasterKey.Make().Written());
                writer.Flush();
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, _file, overwrite: false);
            Made = _file;
        }
        catch (IOException) when (File.Exists(_file))
        {
            // Another process was first; its key is the one.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static void RefuseOpen(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) != UnixFileMode.None)
            throw new StartProblem($"主密钥文件 {file} 别的用户也能读或写：请运行 chmod 600，再启动。");
    }

    private static MasterKey Read(string text, string place) =>
        MasterKey.TryRead(text, out var key) ? key : throw new StartProblem($"{place} 不是 32 字节的 Base64：请从备份放回原来的；新站可以用 openssl rand -base64 32 生成。");
}
