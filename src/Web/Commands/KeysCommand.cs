using System.CommandLine;
using Gongkai.Platform.Vault;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai keys</c>: the keys that personal data is sealed with.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var settings = new SiteSettings();
        var list = new Command("list", "列出密钥，以及每个密钥加密了多少项内容");
        var rotate = new Command("rotate", "更换密钥：生成新密钥，把已有内容逐批重新加密。网站可以照常运行；中断后再运行一次就接着做");
        settings.AddTo(list);
        settings.AddTo(rotate);
        list.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => List(services, stop), stop));
        rotate.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => Rotate(services, stop), stop));
        return new("keys", "加密个人信息的密钥") { list, rotate };
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
