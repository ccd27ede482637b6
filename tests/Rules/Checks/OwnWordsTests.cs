using Gongkai.Checks;
using Xunit;

namespace Gongkai.Rules.Checks;

public sealed class OwnWordsTests
{
    [Fact]
    public void Words_of_an_office_are_found_beside_the_ready_made_ones()
    {
        var lists = CheckLists.Ready.With(new OwnWords { Wrong = [new("云译市", "云泽市")], Forbidden = ["老破小"], Marks = ["县内传阅"] });

        Assert.Equal(["checks.wrong-word", "checks.forbidden-word", "checks.wrong-word"], TextChecks.Find("云译市整治老破小，布署如下。", lists).Select(finding => finding.Code));
        Assert.Equal("checks.secrecy-mark", Assert.Single(TextChecks.Find("县内传阅", lists)).Code);
        Assert.Single(TextChecks.Find("云译市整治老破小，布署如下。", CheckLists.Ready));
    }

    [Fact]
    public void The_version_stands_for_exactly_these_words()
    {
        var one = new OwnWords { Forbidden = ["老破小"] };
        Assert.Equal(one.Version, new OwnWords { Forbidden = ["老破小"] }.Version);
        Assert.NotEqual(one.Version, new OwnWords { Marks = ["老破小"] }.Version);
        Assert.EndsWith(one.Version, CheckLists.Ready.With(one).Version, StringComparison.Ordinal);
        Assert.Same(CheckLists.Ready, CheckLists.Ready.With(new OwnWords()));
    }

    [Theory]
    [InlineData("错", "对")]
    [InlineData("一样", "一样")]
    [InlineData("没有对", "")]
    [InlineData(" 空白", "空白")]
    public void A_correction_that_cannot_be_looked_for_is_unfit(string wrong, string right)
    {
        var own = new OwnWords { Wrong = [new(wrong, right)] };
        Assert.Equal([wrong], own.Unfit().Distinct());
        Assert.Throws<InvalidDataException>(() => CheckLists.Ready.With(own));
    }

    [Fact]
    public void Doubled_and_overlong_words_and_marks_with_punctuation_are_unfit()
    {
        Assert.Equal(["重复"], new OwnWords { Forbidden = ["重复", "重复"] }.Unfit());
        Assert.Equal([new string('长', CheckLists.LongestWord + 1)], new OwnWords { Forbidden = [new string('长', CheckLists.LongestWord + 1)] }.Unfit());
        Assert.Equal(["内部·资料", "内部 资料"], new OwnWords { Marks = ["内部·资料", "内部 资料"] }.Unfit());
        Assert.Empty(new OwnWords { Forbidden = [new string('长', CheckLists.LongestWord)], Marks = ["内部件"] }.Unfit());
    }
}
