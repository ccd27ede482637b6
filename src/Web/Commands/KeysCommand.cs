using System.CommandLine;
using System.Security.Cryptography;
using Gongkai.Platform.Vault;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai keys</c>: the keys that personal data is sealed with.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var settings = new SiteSettings();
        var list = new Command("list", "列出密钥，以及每个密钥加密了多少项内容");
        var rotate = new Command("rotate", "更换密钥：生成新密钥，把已有内容逐批重新加密。网站可以照常运行；中断后再运行一次就接着做");
        var next = new Option<FileInfo>("--new-master-key-file") { Description = "新主密钥所在的文件：openssl rand -base64 32 的结果，权限 600", HelpName = "文件", Required = true };
        var rewrap = new Command("rewrap", "更换主密钥：把数据库里的全部密钥改用新主密钥包好。请先停止每个节点") { next };
        settings.AddTo(list);
        settings.AddTo(rotate);
        settings.AddTo(rewrap);
        list.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => List(services, stop), stop));
        rotate.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => Rotate(services, stop), stop));
        rewrap.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => Rewrap(services, parsed.GetValue(next)!, stop), stop));
        return new("keys", "加密个人信息的密钥") { list, rotate, rewrap };
    }

    private static async Task<int> List(IServiceProvider services, CancellationToken stop)
    {
        var uses = await services.GetRequiredService<KeyRotation>().Uses(stop);
        var time = services.GetRequiredService<TimeProvider>();
        IReadOnlyList<string> head = ["密钥", "生成时间", "加密的内容", ""];
        var lines = uses.Select((key, at) => (IReadOnlyList<string>)[$"{key.Id}", $"{TimeZoneInfo.ConvertTime(key.MadeAt, time.LocalTimeZone):yyyy-MM-dd HH:mm}", $"{key.Values} 项", at == uses.Count - 1 ? "使用中" : "只用于读取"]);
        foreach (var line in TextTable.Lines([head, .. lines])) Console.WriteLine(line);
        return 0;
    }

    private static async Task<int> Rewrap(IServiceProvider services, FileInfo file, CancellationToken stop)
    {
        var next = MasterKeySource.LoadFrom(file.FullName);
        if (next.Is(services.GetRequiredService<MasterKey>())) throw new StartProblem($"{file.FullName} 就是现在的主密钥：请用 openssl rand -base64 32 生成新的，什么都没有改动。");
        try
        {
            var done = await services.GetRequiredService<MasterKeyChange>().Run(next, stop);
            Console.WriteLine($"已用新主密钥包好全部密钥：个人信息 {done.OfPersonalData} 个，登录和表单 {done.OfCookies} 个。加密的内容和已登录的人不受影响；公开表单上正在做的验证要重做。");
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            throw new StartProblem("数据库里有用现在的主密钥打不开的密钥：什么都没有改动。请运行 gongkai doctor，或者恢复最近的备份。");
        }
        var options = services.GetRequiredService<SiteOptions>();
        var place = options.MasterKey is null ? options.MasterKeyFile() : "MasterKey 或 MasterKeyFile 设置所指的地方";
        Console.WriteLine($"接着请：一、把新主密钥放到 {place}；二、重新启动每个节点，旧主密钥已经打不开这个数据库；三、另存旧主密钥，以前的备份要用它打开。");
        return 0;
    }

    private static async Task<int> Rotate(IServiceProvider services, CancellationToken stop)
    {
        var rotation = services.GetRequiredService<KeyRotation>();
        var (key, isNew) = await rotation.Begin(stop);
        Console.WriteLine(isNew ? $"已生成密钥 {key}，开始重新加密。" : $"上次更换到密钥 {key} 时没有做完，接着重新加密。");
        var done = 0;
        for (int batch; (batch = await rotation.Next(stop)) > 0;) Console.WriteLine($"已重新加密 {done += batch} 项");
        Console.WriteLine($"全部内容都已用密钥 {key} 加密。旧密钥留着，用来打开以前的备份。");
        return 0;
    }
}
