using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;

namespace Gongkai.Web.Host;

/// <summary>Tries everything a site stands on before it starts, and says the first thing that is wrong.</summary>
internal static class StartTrial
{
    /// <summary>Makes the data folder where it is missing, and tries it and the database.</summary>
    /// <exception cref="StartProblem">One of them cannot be used.</exception>
    public static async Task Run(SiteOptions options, CancellationToken stop)
    {
        MakeWritable(options.Data);
        MakeWritable(options.FilePlace().Path);
        if (await DatabaseTrial.Run(options.DatabaseChoice(), stop) is { } problem) throw new StartProblem(Sentence(problem));
    }

    /// <summary>Refuses a database whose schema is not the program's.</summary>
    /// <exception cref="StartProblem">It is older, newer or empty.</exception>
    public static async Task MatchSchema(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        if (!DatabaseTrial.Exists(scope.ServiceProvider.GetRequiredService<DatabaseChoice>())) throw new StartProblem("数据库还没有建立：请先运行 gongkai migrate。");

        var state = await scope.ServiceProvider.GetRequiredService<Migrations>().State(stop);
        RefuseNewer(state);
        if (state.Pending.Count > 0) throw new StartProblem($"数据库结构比程序旧，还差 {state.Pending.Count} 步：请先备份，再运行 gongkai migrate。");
    }

    /// <summary>Refuses a master key that is not the one of the database. Where neither has any, both are made.</summary>
    /// <exception cref="StartProblem">It is missing or another.</exception>
    public static async Task MatchKeys(IServiceProvider services, CancellationToken stop)
    {
        if (services.GetRequiredService<MasterKeySource>().Missing is { } missing && await VaultTrial.HasKeys(services, stop))
            throw new StartProblem($"数据库里有加密保存的内容，但是找不到主密钥 {missing}：请从备份放回，或者用 GONGKAI_MASTERKEYFILE 指明它在哪里。");
        if (!await VaultTrial.Opens(services, stop))
            throw new StartProblem("主密钥与数据库不配，打不开已经加密的内容：请从备份放回原来的主密钥，或者改正 MasterKey、MasterKeyFile 设置。");
    }

    /// <summary>Refuses a database that a later release has worked on.</summary>
    /// <exception cref="StartProblem">It holds what this program does not know.</exception>
    public static void RefuseNewer(SchemaState state)
    {
        if (state.Unknown.Count > 0) throw new StartProblem($"数据库结构比程序新（{state.Unknown[0]}）：请改用较新的程序，旧程序不会动它。");
    }

    private static void MakeWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"数据目录 {Path.GetFullPath(folder)} 不能建立：请换一个目录（--data），或者让运行本程序的用户能写它的上级目录。");
        }
        if (!DatabaseTrial.IsWritable(folder))
            throw new StartProblem($"数据目录 {Path.GetFullPath(folder)} 是只读的：请换一个目录（--data），或者让运行本程序的用户能写它。");
    }

    /// <summary>What is wrong and what to do.</summary>
    public static string Sentence(DatabaseProblem problem) => problem.Fault switch
    {
        DatabaseFault.FolderMissing => $"数据库所在的目录 {problem.Place} 不存在：请先建立它，或者改正 --database。",
        DatabaseFault.NotWritable => $"数据库 {problem.Place} 不能写入：请让运行本程序的用户能写它和它所在的目录，或者改正 --database。",
        DatabaseFault.NotADatabase => $"{problem.Place} 不是 SQLite 数据库：请改正 --database，原文件没有改动。",
        DatabaseFault.Unreachable => $"连不上 PostgreSQL 服务器 {problem.Place}：请检查地址、端口、防火墙，以及服务器是否在运行。",
        DatabaseFault.SignInRefused => $"PostgreSQL 服务器 {problem.Place} 不接受这个用户名或密码：请改正 Database 设置里的 Username 和 Password。",
        DatabaseFault.DatabaseMissing => $"PostgreSQL 服务器上没有数据库 {problem.Place}：请先用 createdb 建立它，或者改正 Database 设置。",
        _ => $"数据库 {problem.Place} 不能使用（{OneLine(problem.Words)}）：请排除后再启动。",
    };

    private static string OneLine(string words) => words.ReplaceLineEndings(" ");
}
