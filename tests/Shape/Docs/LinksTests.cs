namespace Gongkai.Shape;

public sealed class LinksTests
{
    [Fact]
    public void Links_lead_somewhere() => Guard.Holds(LinksGuard.Breaches(Repository.Here.Files));

    [Fact]
    public void Finds_links_that_lead_nowhere() => Guard.Bites(
        LinksGuard.Breaches([
            new("README.md", """
                # Gongkai
                [good](docs/a.md#two-words), [folder](docs/), [outside](https://example.org), [self](#gongkai), `[code](nowhere.md)`
                [gone](docs/gone.md)
                [no heading](docs/a.md#three)
                ![no image](docs/images/none.png)
                [out](../elsewhere.md)
                """),
            new("docs/a.md", "## Two `words`\n[up](../README.md)\n```\n[fenced](nowhere.md)\n```\n[wrong](README.md)")]),
        "README.md:3 links to docs/gone.md, which",
        "README.md:4 links to docs/a.md#three, a heading",
        "README.md:5 links to docs/images/none.png",
        "README.md:6 links to ../elsewhere.md",
        "docs/a.md:6 links to README.md");

    [Theory]
    [InlineData("Who may reference whom?", "who-may-reference-whom")]
    [InlineData("A `Db` for all", "a-db-for-all")]
    [InlineData("台账 (ledger)", "台账-ledger")]
    public void Makes_the_anchor_of_a_heading(string heading, string anchor) => Assert.Equal(anchor, MarkdownPage.AnchorOf(heading));
}
