using System.Text;
using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Duties;

/// <summary>A small county whose plan of eight tasks, one of each kind of limit, was adopted on 2 March 2026 through the real acts.</summary>
internal sealed class LedgerScene(Site site)
{
    public const string Text = """
        和源县2026年政务公开工作要点
        （2026年2月10日）

        一、把该公开的公开好
        （一）公开民生信息
        1.公布县城学校的招生范围，3月底前完成。（责任单位：县教育体育局）
        2.每月公布一次药品抽检结果。（牵头单位：县市场监督管理局；配合单位：县卫生健康局）
        3.公布便民服务点的位置和开门时间，6月底前完成。（责任单位：各镇街）
        （二）公开办事信息
        4.行政许可自作出决定之日起7个工作日内公开。（责任单位：县行政审批服务局）
        5.政策咨询答复口径定期更新。（责任单位：县委宣传部）
        6.整理历年公开文件的目录。（责任单位：县政府办公室）
        二、把政策讲明白
        （一）多讲几遍
        7.每月围绕2个不同方面发布健康信息各不少于1条。（责任单位：县卫生健康局）
        8.全年举办公开业务培训不少于2次，9月底前发布培训材料。（责任单位：县政府办公室）
        """;

    /// <summary>Everything an openness officer holds.</summary>
    public static readonly Actor Officer = Clerk.Holding([.. DutyPermissions.Grants[0].Permissions]);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Site Site { get; } = site;

    public PlanId Plan { get; private set; }

    /// <summary>Builds all of it.</summary>
    public static async Task<LedgerScene> Make(Site site)
    {
        var scene = await WithOrgans(site);
        scene.Plan = await scene.AdoptAll(await scene.Read(Text));
        return scene;
    }

    /// <summary>The county before any plan.</summary>
    public static async Task<LedgerScene> WithOrgans(Site site)
    {
        Assert.Empty((await site.AsSystem().Run((IStaffing staffing) => staffing.ImportOrgans(County.File, Stop))).Refusals);
        return new(site);
    }

    public async Task<DraftId> Read(string text, (string Name, Stream Content)? table = null)
    {
        var read = await Site.As(Officer).Run((ReadPlan act) => act.Run("要点.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), 2026, table, Stop));
        Assert.Empty(read.Refusals);
        return read.Made;
    }

    /// <summary>Waves every doubt through and adopts.</summary>
    public async Task<PlanId> AdoptAll(DraftId id)
    {
        await WaveAll(id);
        var adopted = await Adopt(id);
        Assert.Empty(adopted.Refusals);
        return adopted.Made;
    }

    public async Task WaveAll(DraftId id)
    {
        foreach (var doubt in (await Draft(id)).Read().Doubts.Where(doubt => doubt.Settled is null))
        {
            var version = (await Draft(id)).Version;
            Done(await Site.As(Officer).Run((SettleDoubt act) => act.Run(id, doubt.Number, waved: true, "与原件核对无误", version, Stop)));
        }
    }

    public async Task<Outcome<PlanId>> Adopt(DraftId id)
    {
        var draft = await Draft(id);
        return await Site.As(Officer).Run((AdoptPlan act) => act.Run(id, draft.Version, Stop));
    }

    public Task<PlanDraft> Draft(DraftId id) => Query(db => db.Set<PlanDraft>().AsNoTracking().SingleAsync(draft => draft.Id == id, Stop));

    public async Task<OrganId> Organ(string key) => (await Site.AsSystem().Run((IOrgans organs) => organs.ByKey(key, County.Today, Stop)))!.Id;

    public Task<Duty> Duty(int number) =>
        Query(db => db.Set<Duty>().AsNoTracking().Include(d => d.Limits).SingleAsync(d => d.PlanId == Plan && d.Number == number && d.DroppedOn == null, Stop));

    /// <summary>Lines for a task, in the order of organs' keys.</summary>
    public async Task<List<Assignment>> Lines(int number)
    {
        var duty = await Duty(number);
        return await Query(db => db.Set<Assignment>().AsNoTracking().Include(a => a.Occurrences).Where(a => a.DutyId == duty.Id).OrderBy(a => a.Id).ToListAsync(Stop));
    }

    public async Task<Assignment> Line(int number, string organ)
    {
        var id = await Organ(organ);
        return (await Lines(number)).Single(line => line.OrganId == id);
    }

    /// <summary>Hands evidence in for the open time of a line that is due first, on a day.</summary>
    public async Task<EvidenceId> HandIn(int number, string organ, string on, int? aspect = null, int pieces = 1)
    {
        Site.Clock.SetDay(on);
        var line = await Line(number, organ);
        var time = line.Occurrences.Where(o => o.MetOn is null).OrderBy(o => o.DueOn).First();
        var content = new EvidenceContent($"第{number}项材料") { Url = "https://heyuan.example/a", Aspect = aspect, Pieces = pieces };
        var made = await Site.As(Clerk.Within(line.OrganId.Value, DutyPermissions.RecordEvidence)).Run((RecordEvidence act) => act.Run(line.Id, time.Id, content, Stop));
        Assert.Empty(made.Refusals);
        return made.Made;
    }

    public async Task Confirm(EvidenceId id) => Done(await Site.As(Officer).Run((ConfirmEvidence act) => act.Run(id, Stop)));

    public Task<T> Query<T>(Func<Db, Task<T>> ask) => Site.AsSystem().Run(ask);

    /// <summary>The state of a line on the clock's day.</summary>
    public async Task<DutyState> State(int number, string organ)
    {
        var line = await Line(number, organ);
        var states = await Site.AsSystem().Run((Gongkai.Duties.Queries.Clock clock) => clock.States(Stop));
        return states.Of(LineFacts.Of(line));
    }

    public static void Done(Outcome outcome) => Assert.Empty(outcome.Refusals);

    public static void Refused(Outcome outcome, string code) => Assert.Contains(code, outcome.Refusals.Select(reason => reason.Code));
}
