using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Numbers;
using Gongkai.Publishing.Queries;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>Whether a document holds on a day, what ends it, and what became of every number.</summary>
public sealed class PolicyLibraryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, "", "2026-03-02", nameof(Validity.InForce))]
    [InlineData("2026-04-01", null, "", "2026-03-31", nameof(Validity.NotYet))]
    [InlineData("2026-04-01", null, "", "2026-04-01", nameof(Validity.InForce))]
    [InlineData("2021-04-01", "2026-03-31", "", "2026-03-31", nameof(Validity.InForce))] // the last day still counts
    [InlineData("2021-04-01", "2026-03-31", "", "2026-04-01", nameof(Validity.Expired))]
    [InlineData(null, null, "Amends 2026-03-01", "2026-02-28", nameof(Validity.InForce))]
    [InlineData(null, null, "Amends 2026-03-01", "2026-03-01", nameof(Validity.Amended))]
    [InlineData(null, null, "Amends 2026-03-01 Repeals 2026-05-01", "2026-05-01", nameof(Validity.Repealed))]
    [InlineData(null, null, "DeclaresVoid 2026-05-01", "2026-05-02", nameof(Validity.DeclaredVoid))]
    [InlineData(null, "2026-03-31", "Repeals 2026-05-01", "2026-06-01", nameof(Validity.Expired))] // it had run out before anybody repealed it
    [InlineData(null, "2026-12-31", "Repeals 2026-05-01", "2027-02-01", nameof(Validity.Repealed))]
    public void What_ended_it_first_decides(string? effective, string? expires, string effects, string day, string validity)
    {
        var words = effects.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = words.Chunk(2).Select(pair => (Enum.Parse<EffectKind>(pair[0]), Day(pair[1])!.Value));

        Assert.Equal(Enum.Parse<Validity>(validity), ValidityRule.Of(Day(effective), Day(expires), known, Day(day)!.Value));
    }

    [Theory, EachEngine]
    public async Task A_repeal_marks_the_page_of_what_it_repeals_from_its_own_first_day_on(Site site)
    {
        var scene = await Make(site);
        var old = await scene.Published("normative", Policy("旧办法", 1), promise: new(2026, 3, 5));
        await scene.Published("normative", Policy("新办法", 2, "废止 和教规[2026]1号\n宣布失效：和教规〔2019〕8号"), promise: new(2026, 3, 5));
        var address = (await scene.Of(old)).Document.Address!;
        Assert.Equal(Validity.NotYet, (await scene.Public(address))!.Validity); // both hold from 1 April on

        site.Clock.SetDay("2026-04-01");

        var view = (await scene.Public(address))!;
        Assert.Equal(Validity.Repealed, view.Validity);
        Assert.Equal(("新办法", EffectKind.Repeals, new DateOnly(2026, 4, 1)), (view.Effects[0].By, view.Effects[0].Kind, view.Effects[0].From));
        Assert.Equal(["新办法"], await Titles(site, holds: true));
        Assert.Equal(["旧办法"], await Titles(site, holds: false));
        Assert.Equal(["新办法", "旧办法"], await Titles(site, holds: true, on: "2026-03-31")); // as things stood that day
    }

    [Theory, EachEngine]
    public async Task A_repeal_by_what_was_withdrawn_ends_nothing(Site site)
    {
        var scene = await Make(site);
        var old = await scene.Published("normative", Policy("旧办法", 1), promise: new(2026, 3, 5));
        var repeal = await scene.Published("normative", Policy("新办法", 2, "废止 和教规〔2026〕1号"), promise: new(2026, 3, 5));
        site.Clock.SetDay("2026-04-02");
        Done(await site.As(scene.Author).Run((WithdrawDocument act) => act.Run(repeal, "印发程序有误", Stop)));

        Assert.Equal(Validity.InForce, (await scene.Public((await scene.Of(old)).Document.Address!))!.Validity);
        Assert.Equal(["旧办法"], await Titles(site, holds: true));
    }

    [Theory, EachEngine]
    public async Task A_line_that_names_no_number_is_told_and_what_was_typed_is_not_lost(Site site)
    {
        var scene = await Make(site);
        var begun = await site.As(scene.Author).Run((BeginDocument act) => act.Run(scene.Education, "normative", Policy("办法", 1, "废止 那个旧办法"), [], Stop));
        var refusal = Assert.Single(begun.Refusals);
        Assert.Equal(("publishing.effect-unreadable", "废止 那个旧办法"), (refusal.Code, refusal.Values[0]));
    }

    [Theory, EachEngine]
    public async Task What_expires_within_six_months_is_listed_and_what_was_repealed_is_not(Site site)
    {
        var scene = await Make(site);
        await scene.Published("normative", Policy("快到期的办法", 1, expires: new(2026, 9, 2)), promise: new(2026, 3, 5)); // six months from 2 March
        await scene.Published("normative", Policy("还早的办法", 2, expires: new(2026, 9, 3)), promise: new(2026, 3, 5));

        var lines = await site.As(scene.Author).Run((DocumentDesk desk) => desk.Page(new(DeskTab.Expiring), 0, Stop));

        Assert.Equal(["快到期的办法"], lines.Lines.Select(line => line.Title));
    }

    [Theory, EachEngine]
    public async Task Every_number_up_to_the_highest_is_accounted_for_or_told(Site site)
    {
        var scene = await Make(site);
        await scene.Published("official", Numbered("已公开的", 1));
        await scene.Signed("official", Numbered("不公开的", 3) with { Disclosure = new(DisclosureAttribute.Withheld, WithholdingGround.InternalAffairs, "内部人事安排", new DateOnly(2026, 9, 1)) });
        await scene.Begin("official", Numbered("在起草的", 6));
        Done(await Account(scene, "和教发〔2026〕4号", NumberFate.Void));
        Assert.Equal(["publishing.number-borne"], Codes(await Account(scene, "和教发〔2026〕1号", NumberFate.Void)));
        Assert.Equal(["publishing.ground-missing"], Codes(await Account(scene, "和教发〔2026〕5号", NumberFate.Withheld)));
        Assert.Equal(["publishing.number-unreadable"], Codes(await Account(scene, "第五号", NumberFate.Void)));

        var series = Assert.Single(await site.As(scene.Author).Run((NumberGaps gaps) => gaps.Of(scene.Education, 2026, Stop)));

        Assert.Equal("和教发", series.Code);
        Assert.Equal([NumberStanding.Public, NumberStanding.Unaccounted, NumberStanding.KeptBack, NumberStanding.Void, NumberStanding.Unaccounted, NumberStanding.UnderWay], series.Numbers.Select(number => number.Standing));
    }

    private static Task<Outcome> Account(DocumentScene scene, string number, NumberFate fate) =>
        scene.Site.As(scene.Author).Run((AccountForNumber act) => act.Run(scene.Education, number, fate, WithholdingGround.None, "拟稿后未印发", Stop));

    private static DraftContent Policy(string title, int serial, string effects = "", DateOnly? expires = null)
    {
        var said = Said(title);
        var lines = EffectLine.Read(effects, out var unreadable);
        return said with { Head = said.Head with { Number = $"和教规〔2026〕{serial}号", ExpiresOn = expires, Effects = lines, UnreadableEffects = unreadable } };
    }

    private static DraftContent Numbered(string title, int serial)
    {
        var said = Said(title);
        return said with { Head = said.Head with { Number = $"和教发〔2026〕{serial}号" } };
    }

    private static async Task<IReadOnlyList<string>> Titles(Site site, bool holds, string? on = null)
    {
        var lines = await site.AsSystem().Run((PolicyLibrary library) => library.List(new(Day(on) ?? DateOnly.FromDateTime(site.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime), Holds: holds), null, Stop));
        return [.. lines.Select(line => line.Line.Title).Order(StringComparer.Ordinal)];
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
