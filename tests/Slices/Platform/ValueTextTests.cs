using Gongkai.Platform.Audit;
using Xunit;

namespace Gongkai.Slices.Platform;

public sealed class ValueTextTests
{
    private const int Longest = 100;

    [Fact]
    public void Shows_short_values_as_they_are() => Assert.Equal(("甲", "乙"), ValueText.Pair("甲", "乙", Longest));

    [Fact]
    public void Shows_of_long_ones_the_place_where_they_begin_to_differ()
    {
        var (head, tail) = (new string('公', 1000), new string('开', 500));

        var (before, after) = ValueText.Pair(head + "三月" + tail, head + "四月" + tail, Longest);

        Assert.StartsWith("…" + new string('公', 40) + "三月", before, StringComparison.Ordinal);
        Assert.StartsWith("…" + new string('公', 40) + "四月", after, StringComparison.Ordinal);
        Assert.Matches("…（全文 1502 字，摘要 [0-9a-f]{16}）$", before);
        Assert.NotEqual(before![^18..], after![^18..]);
    }

    [Fact]
    public void Says_how_long_a_text_is_that_came_or_went()
    {
        Assert.EndsWith("（全文 1000 字，摘要 " + ValueText.Pair(new string('公', 1000), null, Longest).Before![^17..], ValueText.Pair(null, new string('公', 1000), Longest).After, StringComparison.Ordinal);
        Assert.Null(ValueText.Pair(null, new string('公', 1000), Longest).Before);
    }

    [Fact]
    public void Cuts_no_character_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 200));

        var (before, after) = ValueText.Pair(text, "甲" + text, 101);

        Assert.All(new[] { before!, after! }, shown => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown))));
    }
}
