namespace Gongkai.Shape;

public sealed class WordsTests
{
    [Fact]
    public void Screens_speak_through_the_localiser() => Guard.Holds(WordsGuard.Breaches(Repository.Here.Under("src/", ".cshtml")));

    [Theory]
    [InlineData("<p>@T[\"台账\"]</p>")]
    [InlineData("<nav aria-label=\"@T[\"工作台\"]\">@T[\"共{0}条\", Model.Count]</nav>")]
    [InlineData("@page\n@* Not translated because these are examples for whoever builds pages. *@\n<p>台账</p>")]
    [InlineData("@* 说明 *@\n@{\n  // 大字\n  (int, string)[] sizes = [(1, \"大字\")];\n}\n@T[sizes[0].Item2]@T[size]")]
    public void Lets_words_pass_that_can_be_translated(string page) => Guard.Holds(WordsGuard.Breaches([new("a.cshtml", page)]));

    [Theory]
    [InlineData("<p>@T[\"台账\"]</p>\n<p>台账</p>", "a.cshtml:2 says 台账")]
    [InlineData("<empty-state title=\"还没有\" />", "a.cshtml:1 says 还没有")]
    [InlineData("@{ var name = \"台账\"; }", "a.cshtml:1 says 台账")]
    [InlineData("<field label=\"理由\" />@T[choice.Text]", "a.cshtml:1 says 理由")]
    public void Finds_words_that_cannot_be_translated(string page, string breach) => Guard.Bites(WordsGuard.Breaches([new("a.cshtml", page)]), breach);
}
