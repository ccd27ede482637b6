using System.Net;
using System.Text.Json.Nodes;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Xunit;
using Proving = Gongkai.Platform.Proofs.Proofs;

namespace Gongkai.Slices.Proofs;

public sealed class SolutionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What somebody may do to a good solution, by name, so that each shows in the name of its test.</summary>
    private static readonly Dictionary<string, Action<JsonNode>> Changes = new()
    {
        ["another number"] = payload => payload["solution"]!["counter"] = 999,
        ["a key that was never derived"] = payload =>
        {
            payload["solution"]!["counter"] = 999;
            payload["solution"]!["derivedKey"] = (string?)payload["challenge"]!["parameters"]!["keyPrefix"] + new string('0', 32);
        },
        ["an easier challenge"] = payload => payload["challenge"]!["parameters"]!["keyPrefix"] = "",
        ["a longer life"] = payload => payload["challenge"]!["parameters"]!["expiresAt"] = 4102444800,
        ["less work"] = payload => payload["challenge"]!["parameters"]!["cost"] = 1,
        ["another form's name"] = payload => payload["challenge"]!["parameters"]!["data"]!["form"] = "sign-in-too",
        ["one more member"] = payload => payload["challenge"]!["parameters"]!["more"] = 1,
        ["a signature of one's own"] = payload => payload["challenge"]!["signature"] = new string('0', 64),
        ["no signature"] = payload => payload["challenge"]!.AsObject().Remove("signature"),
        ["no challenge"] = payload => payload.AsObject().Remove("challenge"),
        ["no solution"] = payload => payload["solution"] = null,
        ["a number below nought"] = payload => payload["solution"]!["counter"] = -1,
    };

    public static TheoryData<string> Named => [.. Changes.Keys];

    [Theory, EachEngine]
    public async Task Lets_a_form_in_at_once(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");

        var inside = await visitor.Send(door, await visitor.Solved());

        Assert.Equal(HttpStatusCode.Found, inside.Status);
    }

    [Theory, MemberData(nameof(Named))]
    public async Task Is_worth_nothing_once_it_was_changed(string change)
    {
        await using var site = new Site(Gongkai.Platform.Data.Engine.Sqlite).Asking();
        await site.AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");

        var again = await visitor.Send(door, await visitor.Solved(change: Changes[change]));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("没有通过自动检查。请再提交一次", again.Against(), StringComparison.Ordinal);
        Assert.Equal("li.qiang", again.Page.QuerySelector("#UserName")!.GetAttribute("value"));
    }

    [Theory]
    [EachEngine("not base 64")]
    [EachEngine("e30=")]
    [EachEngine("bnVsbA==")]
    [EachEngine("WzEsMl0=")]
    public async Task Is_nothing_that_anybody_could_write(Site site, string text)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");

        Assert.Contains("没有通过自动检查", (await visitor.Send(door, text)).Against(), StringComparison.Ordinal);
        Assert.Contains("没有通过自动检查", (await visitor.Send(door, new string('A', 100_000))).Against(), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Is_good_for_its_own_form_alone(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");

        var again = await visitor.Send(door, await visitor.Solved("components"));

        Assert.Contains("没有通过自动检查", again.Against(), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Is_good_for_two_hours(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        var (early, late) = (await visitor.Solved(), await visitor.Solved());

        site.Clock.Pass(TimeSpan.FromHours(2));
        var again = await visitor.Send(door, late);
        site.Clock.Pass(TimeSpan.FromSeconds(-1));
        var inside = await visitor.Send(again, early);

        Assert.Contains("页面打开得太久了。请再提交一次", again.Against(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, inside.Status);
    }

    [Theory, EachEngine]
    public async Task Is_good_once(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        var solution = await visitor.Solved();
        var wrong = await visitor.Send(door, solution, "Wrong-Horse-2");

        var again = await visitor.Send(wrong, solution);

        Assert.Contains("用户名或密码不对", wrong.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("这份表单已经提交过一次。", again.Against(), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Is_taken_from_one_of_many_who_send_it_at_the_same_moment(Site site)
    {
        var solution = await (await site.Asking().Visitor()).Solved("letters");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.As(Actor.Public(null)).Run((Proving proofs) => proofs.Use("letters", solution, null, Stop)))));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(7, answers.Count(answer => answer?.Code == "platform.proof-used"));
    }

    /// <summary>The node lives by the real clock, on which what the test's clock signed has long expired.</summary>
    [Theory, EachEngine]
    public async Task Is_known_to_every_node_of_the_site_and_good_once_for_all_of_them(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var ofSite = await (await site.Visitor()).Solved();
        await using var node = await Node.Start(site, ("GONGKAI_PROOF__FAILURES", "0"), ("GONGKAI_PROOF__DIFFICULTY", "30"));
        var ofNode = await node.Visitor.Solved();

        var first = await site.As(Actor.Public(null)).Run((Proving proofs) => proofs.Use("sign-in", ofNode, null, Stop));
        var second = await node.Visitor.Send(await node.Visitor.Get("/sign-in"), ofNode);
        var third = await node.Visitor.Send(second, ofSite);

        Assert.Null(first);
        Assert.Contains("这份表单已经提交过一次", second.Against(), StringComparison.Ordinal);
        Assert.Contains("页面打开得太久了", third.Against(), StringComparison.Ordinal);
    }
}
