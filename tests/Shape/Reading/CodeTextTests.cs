namespace Gongkai.Shape;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a; // b", "a;     ")]
    [InlineData("a /* b\nc */ d", "a     \n     d")]
    [InlineData("x(\"// no comment\"); // b", "x(\"// no comment\");     ")]
    [InlineData("'\"' // b", "'\"'     ")]
    [InlineData("@\"a\\\" // b", "@\"a\\\"     ")]
    [InlineData("\"\"\"a \" // b\"\"\" // c", "\"\"\"a \" // b\"\"\"     ")]
    public void Takes_comments_out_and_leaves_strings(string code, string expected) => Assert.Equal(expected, CodeText.WithoutComments(code));

    [Theory]
    [InlineData("f(\"abc\")", "f(\"   \")")]
    [InlineData("f(\"a\\\"c\")", "f(\"    \")")]
    [InlineData("$\"ab{c(\"d\")}e\"", "$\"  {c(\" \")} \"")]
    [InlineData("$\"{{ab}}\" + c", "$\"      \" + c")]
    [InlineData("@\"a\"\"b\" + c", "@\"    \" + c")]
    [InlineData("$$\"\"\"a{b}{{c}}\"\"\"", "$$\"\"\"    {{c}}\"\"\"")]
    public void Takes_the_insides_of_strings_out_and_leaves_their_holes(string code, string expected) =>
        Assert.Equal(expected, CodeText.WithoutCommentsAndStrings(code));

    [Theory]
    [InlineData("\"open")]
    [InlineData("/* open")]
    [InlineData("$\"{open")]
    [InlineData("\"\"\"open")]
    [InlineData("'")]
    public void Ends_where_the_text_ends(string code) => Assert.Equal(code.Length, CodeText.WithoutCommentsAndStrings(code).Length);
}
