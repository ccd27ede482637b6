using System.CommandLine;
using System.Globalization;
using Gongkai.Administration.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai user</c>: accounts, for whoever runs the machine. Nobody is given a password: a one-time link is printed instead.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "账号")
    {
        Add(),
        One("unlock", "解锁一个被锁定或停用的账号", (accounts, login, stop) => accounts.Unlock(login, stop), "已解锁"),
        One("end-sessions", "让一个人在所有地方退出", (accounts, login, stop) => accounts.EndSessions(login, stop), "已全部退出"),
        One("remove-factor", "解除一个人的双因素登录，并让此人全部退出", (accounts, login, stop) => accounts.RemoveFactor(login, stop), "双因素登录已解除"),
        Reset(),
        List(),
    };

    private static Argument<string> Login() => new("用户名") { Description = "登录用的名字：字母、数字和 - . _ @ +" };

    private static Command Add()
    {
        var login = Login();
        var name = new Option<string>("--name") { Description = "姓名", HelpName = "姓名", Required = true };
        var organ = new Option<string>("--organ") { Description = "所在机构的代号", HelpName = "代号", Required = true };
        var role = new Option<string>("--role") { Description = "岗位角色，如 openness-officer（公开主管）、clerk（信息员）、reviewer（审核人）", HelpName = "角色", Required = true };
        var deputy = new Option<bool>("--deputy") { Description = "B岗（默认为 A岗）" };
        return Made(new("add", "开立一个账号并登记岗位，显示一个由本人设置密码的一次性链接") { login, name, organ, role, deputy }, (services, parsed, stop) =>
            Add(services, new(parsed.GetValue(login)!, parsed.GetValue(name)!, parsed.GetValue(organ)!, parsed.GetValue(role)!, !parsed.GetValue(deputy)), stop));
    }

    private static async Task<int> Add(IServiceProvider services, Asked asked, CancellationToken stop)
    {
        var today = services.GetRequiredService<TimeProvider>().LocalDay();
        if (await services.GetRequiredService<IOrgans>().ByKey(asked.Organ, today, stop) is not { } organ)
        {
            await Console.Error.WriteLineAsync($"没有代号为“{asked.Organ}”的机构：请先用 gongkai organs import 登记。");
            return SiteWork.RefusedCode;
        }

        // An account without its post would be of no use: both are made or neither.
        await using var both = await services.GetRequiredService<Db>().Database.BeginTransactionAsync(stop);
        var account = await services.GetRequiredService<IAccountKeeping>().Open(asked.Login, asked.Name, stop);
        if (!account.IsDone) return SiteWork.Refused(services, account.Refusals);
        var post = await services.GetRequiredService<IStaffing>().Appoint(account.Made.Id, organ.Id, asked.Role, asked.Primary, today, stop);
        if (!post.IsDone) return SiteWork.Refused(services, post.Refusals);
        await both.CommitAsync(stop);
        Console.WriteLine($"已开立账号 {asked.Login}（{asked.Name}，{organ.Name}）。");
        Tell(services, account.Made.Address);
        return 0;
    }

    private static Command Reset()
    {
        var login = Login();
        return Made(new("reset", "重设密码：原密码立即失效，显示一个由本人设置新密码的一次性链接") { login }, async (services, parsed, stop) =>
        {
            var made = await services.GetRequiredService<IAccountKeeping>().Reset(parsed.GetValue(login)!, stop);
            if (!made.IsDone) return SiteWork.Refused(services, made.Refusals);
            Tell(services, made.Made);
            return 0;
        });
    }

    private static Command List() => Made(new("list", "列出账号"), async (services, _, stop) =>
    {
        var zone = services.GetRequiredService<TimeProvider>().LocalTimeZone;
        IReadOnlyList<string> head = ["用户名", "姓名", "岗位", "上次登录", "状态"];
        var known = await services.GetRequiredService<IAccountKeeping>().List(stop);
        foreach (var line in TextTable.Lines([head, .. known.Select(Row)])) Console.WriteLine(line);
        return 0;

        IReadOnlyList<string> Row(KnownAccount account) => [account.Login, account.Name, account.Posts ?? "—", account.LastSignIn is { } at ? At(at) : "从未", account.State];
        string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    });

    private static Command One(string verb, string description, Func<IAccountKeeping, string, CancellationToken, Task<Outcome>> act, string said)
    {
        var login = Login();
        return Made(new(verb, description) { login }, async (services, parsed, stop) =>
        {
            var outcome = await act(services.GetRequiredService<IAccountKeeping>(), parsed.GetValue(login)!, stop);
            if (!outcome.IsDone) return SiteWork.Refused(services, outcome.Refusals);
            Console.WriteLine($"{parsed.GetValue(login)}：{said}。");
            return 0;
        });
    }

    private static Command Made(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work)
    {
        var settings = new SiteSettings();
        settings.AddTo(command);
        command.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => work(services, parsed, stop), stop));
        return command;
    }

    private static void Tell(IServiceProvider services, string address)
    {
        var options = services.GetRequiredService<SiteOptions>();
        Console.WriteLine($"一次性链接 {options.Urls.Split(';')[0].TrimEnd('/')}{options.SitePath()}{address}");
        Console.WriteLine("只显示这一次，24 小时内有效，只能用一次，请交给本人设置密码。网站另有对外网址时，请把开头换成它。");
    }

    private sealed record Asked(string Login, string Name, string Organ, string Role, bool Primary);
}
