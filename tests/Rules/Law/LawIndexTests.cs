using Gongkai.Law;
using Gongkai.Law.Statutes;
using Xunit;

namespace Gongkai.Rules.Law;

public class LawIndexTests
{
    private static readonly System.Reflection.Assembly[] Assemblies = [typeof(LawIndex).Assembly, typeof(LawIndexTests).Assembly];

    [Fact]
    public void Every_computed_article_has_a_rule_and_a_test() => Assert.Empty(LawIndex.Faults(Assemblies));

    [Fact]
    public void Faults_are_found()
    {
        var untested = LawIndex.Faults([typeof(LawIndex).Assembly]);
        Assert.Contains("711/33 is called computed and has no test.", untested);
        Assert.Contains("711/33 is called computed and has no rule.", LawIndex.Faults([typeof(LawIndexTests).Assembly]));
    }

    [Fact]
    public void The_index_leads_from_article_to_rule_and_test_and_is_the_same_each_time()
    {
        var text = LawIndex.Render(Assemblies);
        Assert.Equal(text, LawIndex.Render(Assemblies.Reverse()));
        var line = Assert.Single(text.Split('\n'), l => l.StartsWith("| 31 |", StringComparison.Ordinal));
        Assert.Contains("`Article31ReceiptDay`", line);
        Assert.Contains("`LimitTests.The_channel_decides_the_day_of_receipt`", line);
        Assert.Contains("| 56 | none |", text);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void The_regulation_is_listed_whole()
    {
        var order = StatuteBook.Find("711")!;
        Assert.True(order.Complete);
        Assert.Equal(Enumerable.Range(1, 56), order.Articles.Select(a => a.Number));
        Assert.All(order.Articles, a => Assert.Equal(new DateOnly(2019, 5, 15), a.InForce));
        Assert.Equal(["711", "civil-code", "fee-measures"], StatuteBook.All.Select(s => s.Key).Where(k => k is "711" or "civil-code" or "fee-measures"));
        Assert.Null(StatuteBook.Find("none-such"));
    }
}
