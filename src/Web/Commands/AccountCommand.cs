using System.CommandLine;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai account add</c>: opens one account with one post, such as the first of a new site.</summary>
internal static class AccountCommand
{
    public static Command Create()
    {
        var login = new Argument<string>("用户名") { Description = "登录用的名字：字母、数字和 - . _ @ +" };
        var name = new Option<string>("--name") { Description = "姓名", HelpName = "姓名", Required = true };
        var organ = new Option<string>("--organ") { Description = "所在机构的代号", HelpName = "代号", Required = true };
        var role = new Option<string>("--role") { Description = "岗位角色，如 openness-officer（公开主管）、clerk（信息员）、reviewer（审核人）", HelpName = "角色", Required = true };
        var deputy = new Option<bool>("--deputy") { Description = "B岗（默认为 A岗）" };
        var settings = new SiteSettings();
        var add = new Command("add", "开立一个账号并登记岗位；首个密码只显示这一次") { login, name, organ, role, deputy };
        settings.AddTo(add);
        add.SetAction((parsed, stop) => SiteWork.Run(
            settings.Of(parsed),
            services => Add(services, new(parsed.GetValue(login)!, parsed.GetValue(name)!, parsed.GetValue(organ)!, parsed.GetValue(role)!, !parsed.GetValue(deputy)), stop),
            stop));
        return new("account", "账号") { add };
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
        var staffing = services.GetRequiredService<IStaffing>();
        var password = FirstPasswords.Make();
        var account = await staffing.CreateAccount(asked.Login, asked.Name, password, stop);
        if (!account.IsDone) return SiteWork.Refused(services, account.Refusals);
        var post = await staffing.Appoint(account.Made, organ.Id, asked.Role, asked.Primary, today, stop);
        if (!post.IsDone) return SiteWork.Refused(services, post.Refusals);
        await both.CommitAsync(stop);
        Console.WriteLine($"已开立账号 {asked.Login}（{asked.Name}，{organ.Name}）。首个密码 {password} 只显示这一次，请交给本人。");
        return 0;
    }

    private sealed record Asked(string Login, string Name, string Organ, string Role, bool Primary);
}
