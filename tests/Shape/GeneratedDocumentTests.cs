namespace Gongkai.Shape;

public sealed class GeneratedDocumentTests
{
    [Theory]
    [InlineData("a\nb\n", "a\nb\n", null)]
    [InlineData("a\nb\n", "a\nc\n", "line 2 should be: c")]
    [InlineData("a\nb", "a", "line 2 should be: the end")]
    [InlineData("", "a", "line 1 should be: a")]
    public void Names_the_first_line_that_is_stale(string found, string expected, string? says) =>
        Assert.Equal(says, GeneratedDocument.Differs(found, expected));
}
