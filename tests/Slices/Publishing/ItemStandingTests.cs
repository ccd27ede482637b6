using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Queries;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>What a catalogue lacks is known from what was published under its items.</summary>
public sealed class ItemStandingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_monthly_item_lacks_the_months_in_which_nothing_came(Site site)
    {
        var (scene, monthly, _) = await Catalogue(site);
        await PublishUnder(scene, monthly, "2026-03-10");
        await PublishUnder(scene, monthly, "2026-05-08");
        site.Clock.SetDay("2026-06-15");

        var standing = await Standing(site, monthly);

        Assert.Equal(["2026-04"], standing.Missing.Select(period => period.First.ToString("yyyy-MM", null)));
        Assert.Equal((new DateOnly(2026, 5, 8), new DateOnly(2026, 6, 30)), (standing.Last, standing.NextDue));
    }

    [Theory, EachEngine]
    public async Task A_revision_counts_and_a_withdrawn_document_does_not(Site site)
    {
        var (scene, monthly, _) = await Catalogue(site);
        var id = await PublishUnder(scene, monthly, "2026-03-10");
        site.Clock.SetDay("2026-04-20");
        Done(await site.As(scene.Author).Run((Gongkai.Publishing.Acts.BeginEdition act) => act.Run(id, Gongkai.Publishing.Documents.ChangeKind.Minor, "更新到四月", Stop)));
        await scene.Sign(id);
        Done(await scene.Publish(id));
        site.Clock.SetDay("2026-05-02");
        Assert.Empty((await Standing(site, monthly)).Missing);

        Done(await site.As(scene.Author).Run((Gongkai.Publishing.Acts.WithdrawDocument act) => act.Run(id, "数据有误，重新核对", Stop)));

        Assert.Equal(2, (await Standing(site, monthly)).Missing.Count);
    }

    [Theory, EachEngine]
    public async Task What_should_stand_there_all_the_time_is_missing_until_it_does(Site site)
    {
        var (scene, monthly, standing) = await Catalogue(site);
        Assert.Contains(await Lacking(site), item => item.Line.Id == standing);
        await PublishUnder(scene, standing, "2026-03-03");

        Assert.DoesNotContain(await Lacking(site), item => item.Line.Id == standing);
        site.Clock.SetDay("2026-04-01");
        Assert.Contains(await Lacking(site), item => item.Line.Id == monthly && item.Organ == scene.Education);
    }

    private static async Task<(DocumentScene, CatalogueItemId Monthly, CatalogueItemId Standing)> Catalogue(Site site)
    {
        var scene = await Make(site);
        var keeper = Clerk.Within(scene.Education.Value, Gongkai.Publishing.PublishingPermissions.KeepCatalogue);
        async Task<CatalogueItemId> Add(string name, string limit) => (await site.As(keeper).Run((Gongkai.Publishing.Acts.AddItem act) => act.Run(scene.Education, CatalogueScene.Item(name, limit: limit), new(2026, 3, 1), Stop))).Made;
        return (scene, await Add("食堂检查情况", "每月公开一次"), await Add("学校名录", "长期公开"));
    }

    private static async Task<DocumentId> PublishUnder(DocumentScene scene, CatalogueItemId item, string day)
    {
        scene.Site.Clock.SetDay(day);
        return await scene.Published(content: Said($"{day}的公开") with { Item = item });
    }

    private static async Task<ItemStanding> Standing(Site site, CatalogueItemId item)
    {
        var view = await site.AsSystem().Run((ItemPage pages) => pages.Of(item, Stop));
        var says = view.Item.On(new(2026, 3, 1));
        return (await site.AsSystem().Run((ItemStandings standings) => standings.Of([new(item, says.Content, says.Schedule, says.From)], Stop)))[item];
    }

    private static Task<IReadOnlyList<LackingItem>> Lacking(Site site) => site.AsSystem().Run((ItemStandings standings) => standings.Lacking(Stop));
}
