using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Files;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Platform.Vault;
using Gongkai.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Doctor;

/// <summary>Looks at the database: reach, schema, health, and what waits in it.</summary>
internal static class DatabaseChecks
{
    private const string Subject = "数据库";
    private const int OldestPostgreSql = 14;

    /// <summary>Files looked for on the disk: enough to notice a wrong folder or a lost disk, quick on a network share.</summary>
    private const int MostFiles = 10_000;
    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(10);

    public static async IAsyncEnumerable<Finding> Run(IServiceProvider services)
    {
        var choice = services.GetRequiredService<DatabaseChoice>();
        if (await DatabaseTrial.Run(choice, CancellationToken.None) is { } problem)
        {
            yield return new(Level.Bad, Subject, StartTrial.Sentence(problem));
            yield break;
        }
        if (!DatabaseTrial.Exists(choice))
        {
            yield return new(Level.Bad, Subject, "还没有建立", "运行 gongkai migrate");
            yield break;
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var state = await scope.ServiceProvider.GetRequiredService<Migrations>().State(CancellationToken.None);
        if (state.Unknown.Count > 0) yield return new(Level.Bad, "数据库结构", $"比程序新（{state.Unknown[0]}）", "改用较新的程序");
        else if (state.Pending.Count > 0) yield return new(Level.Bad, "数据库结构", $"比程序旧，还差 {state.Pending.Count} 步", "先备份，再运行 gongkai migrate");
        else yield return Finding.Good("数据库结构", "与程序一致");
        if (state.Unknown.Count + state.Pending.Count > 0) yield break;

        await foreach (var finding in Health(choice, services.GetRequiredService<TimeProvider>())) yield return finding;
        if (await Keys(services) is { } keys) yield return keys;
        yield return await Files(scope.ServiceProvider);
        yield return await Deliveries(scope.ServiceProvider);
        yield return await Messages(scope.ServiceProvider);
        yield return await Mail(scope.ServiceProvider);
    }

    private static async IAsyncEnumerable<Finding> Health(DatabaseChoice choice, TimeProvider time)
    {
        var health = await DatabaseHealth.Ask(choice, time, CancellationToken.None);
        if (health.Fault is { } fault) yield return new(Level.Bad, Subject, $"{health.Version}，文件已损坏：{fault.ReplaceLineEndings(" ")}", "停止网站，从最近的备份恢复");
        else if (!health.MayWrite) yield return new(Level.Bad, Subject, $"{health.Version}，不能写入", "检查磁盘、权限，以及服务器是否处于只读状态");
        else if (choice.Engine == Engine.PostgreSql && health.VersionNumber < OldestPostgreSql) yield return new(Level.Mind, Subject, health.Version, $"升级到 PostgreSQL {OldestPostgreSql} 以上");
        else yield return Finding.Good(Subject, $"{health.Version}，能读能写{(choice.Engine == Engine.Sqlite ? "，完整性检查通过" : "")}");
        if (!health.Encoding.Replace("-", "", StringComparison.Ordinal).StartsWith("UTF8", StringComparison.OrdinalIgnoreCase) && choice.Engine == Engine.PostgreSql)
            yield return new(Level.Bad, "数据库编码", health.Encoding, "用 createdb -E UTF8 另建数据库，再恢复备份");
        if (health.Drift is { } drift)
        {
            yield return drift.Duration() < Drift
                ? Finding.Good("时钟", "与数据库服务器一致")
                : new(Level.Mind, "时钟", $"与数据库服务器相差 {drift.Duration().TotalSeconds:0} 秒", "在两台机器上开启时间同步（chrony 或 systemd-timesyncd）");
        }
    }

    /// <returns>Null on a new site, which has no keys yet.</returns>
    private static async Task<Finding?> Keys(IServiceProvider services)
    {
        const string subject = "数据库里的密钥";
        if (!await VaultTrial.HasKeys(services, CancellationToken.None)) return null;
        try
        {
            if (services.GetRequiredService<MasterKeySource>().Missing is { } missing) return new(Level.Bad, subject, $"有加密保存的内容，但是找不到主密钥 {missing}", "从备份放回主密钥");
            return await VaultTrial.Opens(services, CancellationToken.None)
                ? Finding.Good(subject, "主密钥打得开")
                : new(Level.Bad, subject, "主密钥打不开，它与这个数据库不配", "从备份放回原来的主密钥，或者改正 MasterKey、MasterKeyFile 设置");
        }
        catch (StartProblem problem)
        {
            return new(Level.Bad, subject, problem.Message);
        }
    }

    private static async Task<Finding> Files(IServiceProvider services)
    {
        const string subject = "上传的文件";
        var (stored, store) = (services.GetRequiredService<Db>().Set<StoredFile>().AsNoTracking(), services.GetRequiredService<FileStore>());
        var (all, looked, missing) = (await stored.CountAsync(), 0, new List<string>());
        await foreach (var hash in stored.OrderByDescending(file => file.StoredAt).Select(file => file.Hash).Take(MostFiles).AsAsyncEnumerable())
        {
            looked++;
            if (!store.Holds(new(hash))) missing.Add(hash);
        }
        var seen = looked == all ? $"{all} 个全部看过" : $"共 {all} 个，看了最新的 {looked} 个";
        return missing.Count == 0
            ? Finding.Good(subject, $"{seen}，都在")
            : new(Level.Bad, subject, $"{seen}，缺 {missing.Count} 个的内容（{string.Join("、", missing.Take(3))}{(missing.Count > 3 ? " 等" : "")}）", "检查文件目录（--files）是否写对、磁盘或网络存储是否挂上；确实丢了就从备份里取回");
    }

    private static async Task<Finding> Messages(IServiceProvider services)
    {
        const string subject = "发出的消息";
        var outgoing = services.GetRequiredService<Db>().Set<Outgoing>().AsNoTracking();
        var before = services.GetRequiredService<TimeProvider>().GetUtcNow() - Waiting;
        var dead = await outgoing.CountAsync(one => one.State == OutgoingState.Dead);
        var late = await outgoing.CountAsync(one => one.State == OutgoingState.Waiting && one.DueAt < before);
        if (late > 0) return new(Level.Mind, subject, $"{late} 条早该发出，等了 {Waiting.TotalMinutes:0} 分钟以上{(dead > 0 ? $"；另有 {dead} 条多次发送失败" : "")}", "检查网站（gongkai serve）是否在运行");
        return dead > 0
            ? new(Level.Mind, subject, $"{dead} 条多次发送失败，不再重试", "在工作台“投递”里查看原因，重发或者放弃")
            : Finding.Good(subject, "没有积压");
    }

    private static async Task<Finding> Mail(IServiceProvider services)
    {
        const string subject = "邮件";
        var settings = await services.GetRequiredService<SettingsStore>().Get<MessageSettings>(CancellationToken.None);
        if (!settings.MailOn) return Finding.Good(subject, "没有开启");
        return await MailTrial.Run(settings, CancellationToken.None) is { } fault
            ? new(Level.Mind, subject, $"连不上 {settings.Host}:{settings.Port}（{fault}）", "检查地址、端口、加密方式和防火墙，或者在工作台的消息设置里改正")
            : Finding.Good(subject, $"{settings.Host}:{settings.Port} 连得上");
    }

    private static async Task<Finding> Deliveries(IServiceProvider services)
    {
        const string subject = "后台投递";
        var db = services.GetRequiredService<Db>();
        var stuck = await db.Set<Delivery>().AsNoTracking().Where(delivery => delivery.Attempts > 0).OrderBy(delivery => delivery.Handler).ToListAsync();
        if (stuck.Count > 0) return new(Level.Mind, subject, $"{stuck.Count} 项受阻：{string.Join("、", stuck.Select(delivery => $"{delivery.Handler}（已试 {delivery.Attempts} 次）"))}", "在工作台查看原因；网站会继续重试，数据没有丢失");

        var positions = await db.Set<Delivery>().AsNoTracking().ToDictionaryAsync(delivery => delivery.Handler, delivery => delivery.Position);
        var before = services.GetRequiredService<TimeProvider>().GetUtcNow() - Waiting;
        var late = 0;
        foreach (var handler in services.GetRequiredService<EventTypes>().Handlers)
        {
            var (type, position) = (EventTypes.NameOf(handler.Event), positions.GetValueOrDefault(handler.Name));
            late += await db.Set<StoredEvent>().CountAsync(stored => stored.Type == type && stored.Sequence > position && stored.RaisedAt < before);
        }
        return late == 0 ? Finding.Good(subject, "没有积压") : new(Level.Mind, subject, $"{late} 项等了 {Waiting.TotalMinutes:0} 分钟以上", "检查网站（gongkai serve）是否在运行");
    }
}
