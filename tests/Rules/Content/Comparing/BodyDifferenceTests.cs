using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Content.Blocks;
using Gongkai.Content.Comparing;
using Gongkai.Content.Writing;
using Xunit;

namespace Gongkai.Rules.Content.Comparing;

public sealed class BodyDifferenceTests
{
    /// <summary>Each pair as a line: <c>=</c> same, <c>~</c> changed with its pieces, <c>+</c> added, <c>-</c> removed; <c>!</c> where it stands differently.</summary>
    private static string[] Lines(Body before, Body after) =>
    [
        .. BodyDifference.Of(before, after).Pairs.Select(pair =>
            (pair.Kind switch { Difference.Same => "= ", Difference.Changed => "~ ", Difference.Added => "+ ", _ => "- " })
            + (pair.IsRestyled ? "! " : "")
            + string.Concat(pair.Pieces.Select(piece => pair.Kind != Difference.Changed || piece.Kind == Difference.Same ? piece.Text : piece.Kind == Difference.Added ? $"[+{piece.Text}]" : $"[-{piece.Text}]"))),
    ];

    private static string Side(BodyDifference difference, bool isAfter) => string.Join('\n', difference.Pairs
        .Where(pair => (isAfter ? pair.After : pair.Before) is not null)
        .Select(pair => string.Concat(pair.Pieces.Where(piece => piece.Kind != (isAfter ? Difference.Removed : Difference.Added)).Select(piece => piece.Text))));

    [Theory]
    [InlineData("甲。|乙。", "甲。|乙。", "= 甲。|= 乙。")]
    [InlineData("甲。|乙。", "甲。|丙方负责。|乙。", "= 甲。|+ 丙方负责。|= 乙。")]
    [InlineData("甲。|丙方负责。|乙。", "甲。|乙。", "= 甲。|- 丙方负责。|= 乙。")]
    [InlineData("按月公开预算执行情况。", "按季公开预算执行情况。", "~ 按[-月][+季]公开预算执行情况。")]
    [InlineData("有效期2026年。", "有效期2031年。", "~ 有效期[-2026][+2031]年。")]
    [InlineData("由县财政局负责公开。", "由县财政局、县审计局负责公开。", "~ 由县财政局[+、县审计局]负责公开。")]
    [InlineData("第一条 为规范管理。|第二条 县财政局负责公开。|第三条 自印发之日起施行。", "第一条 为规范管理。|第二条 县审计局参加会议。|第二条 县财政局负责公开工作。|第三条 自印发之日起施行。", "= 第一条 为规范管理。|+ 第二条 县审计局参加会议。|~ 第二条 县财政局负责公开[+工作]。|= 第三条 自印发之日起施行。")]
    [InlineData("完全不同的一句话。", "ABC", "- 完全不同的一句话。|+ ABC")]
    [InlineData("# 一、甲", "## 一、甲", "= ! 一、甲")]
    [InlineData("见[此](/a)处。", "见[此](/b)处。", "= ! 见此处。")]
    [InlineData("重**点**。", "重点。", "= ! 重点。")]
    [InlineData("- 甲项|- 乙项", "- 乙项|- 丙事", "- 甲项|= 乙项|+ 丙事")]
    [InlineData("", "甲", "+ 甲")]
    public void Passages_side_by_side(string before, string after, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(Texts.Of(before.Split('|')), Texts.Of(after.Split('|'))));

    [Fact]
    public void Tables_are_compared_row_by_row() => Assert.Equal(
        ["= 序号\t事项", "~ 1\t规划（[-旧][+新]）", "- 2\t预算", "= 3\t决算"],
        Lines(Texts.Of("|!序号|!事项|", "|1|规划（旧）|", "|2|预算|", "|3|决算|"), Texts.Of("|!序号|!事项|", "|1|规划（新）|", "|3|决算|")));

    [Fact]
    public void Pictures_are_told_by_their_file()
    {
        var (older, newer) = (new string('a', 64), new string('b', 64));
        Assert.Equal(["= ! 流程图"], Lines(Texts.Of($"![流程图]({older})"), Texts.Of($"![流程图]({newer})")));
    }

    [Fact]
    public void Tells_that_nothing_differs()
    {
        var body = Texts.Of("# 一、甲", "乙。", "|丙|");
        Assert.True(BodyDifference.Of(body, body).IsSame);
        Assert.False(BodyDifference.Of(body, Texts.Of("## 一、甲", "乙。", "|丙|")).IsSame);
    }

    [Fact]
    public void Pieces_of_a_side_make_its_plain_text()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(AnyBody.Small.ToArbitrary(), AnyBody.Small.ToArbitrary(), (before, after) =>
        {
            var difference = BodyDifference.Of(before, after);
            Assert.Equal(PlainText.Of(before).Text, Side(difference, isAfter: false));
            Assert.Equal(PlainText.Of(after).Text, Side(difference, isAfter: true));
            Assert.All(difference.Pairs, pair => Assert.True(pair.Before is not null || pair.After is not null));
            Assert.Equal(difference.Pairs.Where(pair => pair.Kind == Difference.Same).Select(pair => pair.Before!.Text), difference.Pairs.Where(pair => pair.Kind == Difference.Same).Select(pair => pair.After!.Text));
        }));
    }

    [Fact]
    public void Finds_the_longest_common_run_of_short_sequences()
    {
        var sequences = Gen.ListOf(Gen.Choose(0, 3)).Select(list => list.Take(9).ToArray()).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(sequences, sequences, (before, after) =>
        {
            var steps = 1_000_000L;
            var pairs = Matching.Of(before, after, ref steps);
            Assert.All(pairs, pair => Assert.Equal(before[pair.Before], after[pair.After]));
            Assert.All(pairs.Zip(pairs.Skip(1)), two => Assert.True(two.First.Before < two.Second.Before && two.First.After < two.Second.After));
            // Anchors may cost a little against the very longest, where nothing occurs once they may not.
            if (!before.Any(value => before.Count(other => other == value) == 1 && after.Count(other => other == value) == 1)) Assert.Equal(Longest(before, after), pairs.Count);
        }));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("same words everywhere")]
    [InlineData("repeats")]
    [InlineData("reversed")]
    [InlineData("a word each")]
    public void Ten_thousand_against_ten_thousand_is_bounded(string kind)
    {
        static Body Of(Func<int, string> text) => new([.. Enumerable.Range(0, 10_000).Select(i => (Block)new Paragraph([new(text(i))]))]);
        static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);

        var (before, after) = kind switch
        {
            "other" => (Of(i => $"甲{Number(i)}方案第{Number(i * 7)}段内容"), Of(i => $"乙{Number(i)}办法第{Number(i * 11)}段文字")),
            "same words everywhere" => (Of(_ => "同一句话。"), Of(i => i % 2 == 0 ? "同一句话。" : "另一句话。")),
            "repeats" => (Of(i => Number(i % 7)), Of(i => Number(i % 11))),
            "reversed" => (Of(i => $"第{Number(i)}段公开内容"), Of(i => $"第{Number(9_999 - i)}段公开内容")),
            _ => (Of(i => $"第{Number(i)}段由责任单位按月公开规划执行情况并在门户网站集中展示。"), Of(i => $"第{Number(i)}段由牵头单位按季公开规划执行情况并在门户网站集中展示。")),
        };
        var clock = Stopwatch.StartNew();
        var difference = BodyDifference.Of(before, after);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), clock.Elapsed.ToString());
        Assert.Equal(PlainText.Of(before).Text, Side(difference, isAfter: false));
        Assert.Equal(PlainText.Of(after).Text, Side(difference, isAfter: true));
        if (kind == "a word each") Assert.All(difference.Pairs, pair => Assert.Equal(Difference.Changed, pair.Kind));
    }

    [Fact]
    public void Two_paragraphs_of_a_million_characters_are_bounded()
    {
        static Body Of(int step) => new([new Paragraph([new(string.Concat(Enumerable.Range(0, 900_000).Select(i => (char)('一' + i * step % 971))))])]);
        var clock = Stopwatch.StartNew();
        var difference = BodyDifference.Of(Of(7), Of(13));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), clock.Elapsed.ToString());
        Assert.Equal(900_000, Side(difference, isAfter: true).Length);
    }

    private static int Longest(int[] before, int[] after)
    {
        var best = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                best[i, j] = before[i] == after[j] ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
        return best[0, 0];
    }
}
