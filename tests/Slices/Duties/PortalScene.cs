using System.Text;
using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Duties;

/// <summary>
/// A small county with a plan of six tasks, carried through the real acts up to 10 April 2026: one met, one overdue, one waived, the rest
/// running; with evidence of every kind, hostile titles included.
/// </summary>
internal sealed class PortalScene(Site site)
{
    public const string Hostile = "<img src=x onerror=alert(1)>\"'&=1+1";
    public const string Private = "只给审核人看的佐证";
    public const string Returned = "被退回的佐证";
    public const string Waiting = "还没有审核的佐证";

    private const string Text = """
        和源县2026年政务公开工作要点
        （2026年2月10日）

        一、把该公开的公开好
        （一）公开民生信息
        1.公布县城学校的招生范围和办事电话<script>alert(1)</script>，3月底前完成。（责任单位：县教育体育局）
        2.每月公布一次药品抽检结果。（牵头单位：县市场监督管理局；配合单位：县卫生健康局）
        3.公布便民服务点的位置和开门时间，6月底前完成。（责任单位：各镇街）
        （二）公开办事信息
        4.把办事指南改成百姓看得懂的话，5月底前完成。（责任单位：县行政审批服务局）
        二、把政策讲明白
        （一）当面讲
        5.到村里办一场医保政策讲座，9月底前完成。（责任单位：县卫生健康局）
        6.梳理一遍宣传材料，3月底前完成。（责任单位：县委宣传部）
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public PlanId Plan { get; private set; }

    /// <summary>Ids of the evidence by title.</summary>
    public Dictionary<string, EvidenceId> Evidence { get; } = [];

    /// <summary>Builds all of it.</summary>
    public static async Task<PortalScene> Make(Site site)
    {
        var scene = new PortalScene(site);
        await scene.WithOrgans();
        scene.Plan = await scene.Adopt("要点.txt", Text, 2026);
        await scene.Work();
        site.Clock.SetDay("2026-04-10");
        return scene;
    }

    public async Task WithOrgans() =>
        Assert.Empty((await site.AsSystem().Run((IStaffing staffing) => staffing.ImportOrgans(County.File, Stop))).Refusals);

    /// <summary>Reads a plan, waves its doubts through and adopts it.</summary>
    /// <param name="name">File name.</param>
    /// <param name="text">The document.</param>
    /// <param name="year">Plan year.</param>
    /// <param name="issuer">Issuer to set; null leaves what was read.</param>
    public async Task<PlanId> Adopt(string name, string text, int year, string? issuer = null)
    {
        var clerk = site.AsSystem();
        var read = await clerk.Run((ReadPlan act) => act.Run(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), year, null, Stop));
        Assert.Empty(read.Refusals);
        var draft = await Draft(read.Made);
        if (issuer is not null) Done(await clerk.Run((EditDraftHead act) => act.Run(read.Made, new(draft.Title, issuer, year, null, new DateOnly(year, 2, 10)), draft.Version, Stop)));
        foreach (var doubt in draft.Read().Doubts)
        {
            var version = (await Draft(read.Made)).Version;
            Done(await clerk.Run((SettleDoubt act) => act.Run(read.Made, doubt.Number, waved: true, "与原件核对无误", version, Stop)));
        }
        await SetLimits(read.Made);
        draft = await Draft(read.Made);
        var adopted = await clerk.Run((AdoptPlan act) => act.Run(read.Made, draft.Version, Stop));
        Assert.Empty(adopted.Refusals);
        return adopted.Made;
    }

    /// <summary>The one line of an organ for a task.</summary>
    public async Task<Assignment> Line(int number, string organ)
    {
        var card = await site.AsSystem().Run((IOrgans organs) => organs.ByKey(organ, County.Today, Stop));
        return await site.AsSystem().Run((Db db) => (
            from a in db.Set<Assignment>().AsNoTracking().Include(a => a.Occurrences)
            join d in db.Set<Duty>() on a.DutyId equals d.Id
            where a.PlanId == Plan && d.Number == number && a.OrganId == card!.Id
            select a).SingleAsync(Stop));
    }

    /// <summary>Hands evidence in for the first open time of a line.</summary>
    public async Task<EvidenceId> HandIn(int number, string organ, EvidenceContent content)
    {
        var line = await Line(number, organ);
        var time = line.Occurrences.Where(o => o.MetOn is null).OrderBy(o => o.DueOn).First();
        var made = await site.AsSystem().Run((RecordEvidence act) => act.Run(line.Id, time.Id, content, Stop));
        Assert.Empty(made.Refusals);
        return Evidence[content.Title] = made.Made;
    }

    public async Task Confirm(EvidenceId id) => Done(await site.AsSystem().Run((ConfirmEvidence act) => act.Run(id, Stop)));

    /// <summary>Stores a file as an upload would.</summary>
    public Task<string> Keep(string content) => site.AsSystem().Run(async (KeepFile act) => await act.Run(content, Stop));

    private async Task Work()
    {
        site.Clock.SetDay("2026-03-20");
        await Confirm(await HandIn(1, "education", new(Hostile) { Url = "https://heyuan.example/zhaosheng", Note = "<b>说明</b>" }));
        var hash = await Keep("便民服务点一览");
        await Confirm(await HandIn(3, "liushu", new("便民服务点一览表") { FileHash = hash, FileName = "../柳树镇\r\n\"一览\".txt" }));
        await Confirm(await HandIn(3, "hekou", new(Private) { FileHash = hash, FileName = "内部.txt", IsPublic = false, Note = "内部说明" }));
        await HandIn(4, "approval", new(Waiting) { FileHash = hash, FileName = "待审.txt" });
        var returned = await HandIn(5, "health", new(Returned) { FileHash = hash, FileName = "退回.txt" });
        Done(await site.AsSystem().Run((ReturnEvidence act) => act.Run(returned, "附件不是这件事的", Stop)));
        var freed = await Line(6, "publicity");
        Done(await site.AsSystem().Run((WaiveLine act) => act.Run(freed.Id, "机构改革后由他处承担<i>", freed.Version, Stop)));
    }

    /// <summary>Task 4 gets another limit in the breakdown table than in the narrative.</summary>
    private async Task SetLimits(DraftId id)
    {
        var draft = await Draft(id);
        if (draft.Read().Tasks.Find(task => task.Number == 4) is not { } task) return;
        var limits = task.Limits.Select(limit => limit with { Governs = false })
            .Append(new(new(LimitKind.Date, "7月底前") { Date = new(2026, 7, 31) }, LimitOrigin.Table, Governs: true));
        Done(await site.AsSystem().Run((EditDraftTask act) => act.Run(id, new(4, task.Units, [.. limits], null), draft.Version, Stop)));
    }

    private Task<PlanDraft> Draft(DraftId id) => site.AsSystem().Run((Db db) => db.Set<PlanDraft>().AsNoTracking().SingleAsync(draft => draft.Id == id, Stop));

    private static void Done(Outcome outcome) => Assert.Empty(outcome.Refusals);

    /// <summary>Stores a file with the audit entry that every save asks for.</summary>
    private sealed class KeepFile(Db db, FileStore files)
    {
        public async Task<string> Run(string content, CancellationToken stop)
        {
            var hash = await files.Keep(new MemoryStream(Encoding.UTF8.GetBytes(content)), stop);
            db.Record(this, new("file", Guid.Empty));
            await db.SaveChangesAsync(stop);
            return hash.Hex;
        }
    }
}
