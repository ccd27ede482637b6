using System.CommandLine;
using Gongkai.Organs.Contracts;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai organs import</c>: brings organs and groups in line with a file.</summary>
internal static class OrgansCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("文件") { Description = "机构清单（JSON，格式同 demo/organs.json）" };
        var settings = new SiteSettings();
        var import = new Command("import", "按文件登记机构、别名和名称组；再导入一次只处理有变化的部分") { file };
        settings.AddTo(import);
        import.SetAction((parsed, stop) => SiteWork.Run(settings.Of(parsed), services => Import(services, parsed.GetValue(file)!, stop), stop));
        return new("organs", "机构") { import };
    }

    private static async Task<int> Import(IServiceProvider services, FileInfo file, CancellationToken stop)
    {
        var read = OrganFile.Read(await SiteWork.Read(file, stop));
        if (!read.IsDone) return SiteWork.Refused(services, read.Refusals);
        var done = await services.GetRequiredService<IStaffing>().ImportOrgans(read.Made, stop);
        if (!done.IsDone) return SiteWork.Refused(services, done.Refusals);
        Console.WriteLine($"新增 {done.Made.Added}，更新 {done.Made.Changed}，没有变化 {done.Made.Unchanged}。");
        return 0;
    }
}
