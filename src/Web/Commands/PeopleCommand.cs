using System.CommandLine;
using Gongkai.Organs.Contracts;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai people import</c>: brings accounts and posts in line with a file, and shows each new account its first password.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("文件") { Description = "人员清单（JSON，格式同 demo/people.json）" };
        var settings = new SiteSettings();
        var import = new Command("import", "按文件开立账号、登记岗位；新账号的首个密码只显示这一次") { file };
        settings.AddTo(import);
        import.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => Import(services, parsed.GetValue(file)!, stop), stop));
        return new("people", "人员") { import };
    }

    private static async Task<int> Import(IServiceProvider services, FileInfo file, CancellationToken stop)
    {
        var read = PeopleFile.Read(await SiteWork.Read(file, stop));
        if (!read.IsDone) return SiteWork.Refused(services, read.Refusals);

        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var done = await services.GetRequiredService<IStaffing>().ImportPeople(read.Made, login => first[login] = FirstPasswords.Make(), stop);
        if (!done.IsDone) return SiteWork.Refused(services, done.Refusals);
        Console.WriteLine($"新增 {done.Made.Added}，更新 {done.Made.Changed}，没有变化 {done.Made.Unchanged}。");
        if (first.Count == 0) return 0;

        Console.WriteLine("新账号的首个密码如下，只显示这一次，请分别交给本人：");
        IReadOnlyList<string> head = ["用户名", "首个密码"];
        foreach (var line in TextTable.Lines([head, .. first.Select(account => (IReadOnlyList<string>)[account.Key, account.Value])])) Console.WriteLine(line);
        return 0;
    }
}
