using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Drafts;
using Gongkai.Publishing.Queries;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Publishing;

/// <summary>A county whose offices keep catalogues, through the real acts.</summary>
internal sealed class CatalogueScene(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Site Site { get; } = site;

    /// <summary>The education bureau.</summary>
    public OrganId Education { get; private set; }

    /// <summary>Keeps the catalogue of the education bureau and no other.</summary>
    public Actor Keeper { get; private set; } = null!;

    public static async Task<CatalogueScene> Make(Site site)
    {
        var scene = new CatalogueScene(site);
        await site.WithCounty();
        scene.Education = await site.Organ("education");
        scene.Keeper = Clerk.Within(scene.Education.Value, PublishingPermissions.View, PublishingPermissions.KeepCatalogue);
        return scene;
    }

    public static ItemContent Item(string second, string content = "学区范围、报名条件", string limit = "自信息形成之日起20个工作日内") =>
        new("义务教育", "招生管理", second, content) { Limit = limit, Bearer = "县教育体育局", Channels = ["政府网站"] };

    public async Task<CatalogueDraftId> Begin(params IReadOnlyCollection<string> fields)
    {
        var begun = await Site.As(Keeper).Run((BeginCatalogue act) => act.Run(Education, fields, "县教育体育局", Stop));
        Assert.Empty(begun.Refusals);
        return begun.Made;
    }

    public async Task<Outcome> Adopt(CatalogueDraftId draft, string from = "2026-03-02", bool endMissing = false)
    {
        var changes = await Changes();
        return await Site.As(Keeper).Run((AdoptCatalogue act) => act.Run(draft, DateOnly.Parse(from, null), endMissing, "按县政府办公室通知公布", changes, Stop));
    }

    public Task<int> Changes() => Site.AsSystem().Run((CatalogueStore store) => store.Changes(Education, Stop));

    public async Task<CatalogueItem> Add(ItemContent content, string from = "2026-03-02")
    {
        var added = await Site.As(Keeper).Run((AddItem act) => act.Run(Education, content, DateOnly.Parse(from, null), Stop));
        Assert.Empty(added.Refusals);
        return await Site.AsSystem().Run((Db db) => db.Get<CatalogueItem>(added.Made, Stop));
    }

    /// <summary>Second names in the catalogue on a day, in order.</summary>
    public async Task<IReadOnlyList<string>> On(string day) => [.. (await View(day)).Shown.SelectMany(field => field.Lines).Select(line => line.Content.Second)];

    public async Task<CatalogueView> View(string day)
    {
        var on = DateOnly.Parse(day, null);
        var organ = await Site.AsSystem().Run((IOrgans organs) => organs.ByKey("education", on, Stop));
        return await Site.AsSystem().Run((Catalogues catalogues) => catalogues.Of(organ!, on, new(), 0, CatalogueStore.Most, Stop));
    }

    public Task<int> Rows<T>() where T : class => Site.AsSystem().Run((Db db) => db.Set<T>().CountAsync(Stop));
}
