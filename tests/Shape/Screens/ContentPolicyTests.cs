namespace Gongkai.Shape;

public sealed class ContentPolicyTests
{
    [Fact]
    public void Pages_hold_no_script_and_no_style() => Guard.Holds(ContentPolicyGuard.Breaches(Repository.Here.Under("src/", ".cshtml")));

    [Fact]
    public void Lets_files_of_our_own_and_data_pass() => Guard.Holds(ContentPolicyGuard.Breaches([
        new("a.cshtml", "<script type=\"module\" src=\"~/bundle/site.js\"></script><script type=\"application/json\">{}</script><a data-style=\"x\" href=\"/on\">")]));

    [Theory]
    [InlineData("<p style=\"color: red\">", "a style attribute")]
    [InlineData("<style>p { }</style>", "a style element")]
    [InlineData("<button onclick=\"go()\">", "an event attribute")]
    [InlineData("<script>go()</script>", "a script inside the page")]
    [InlineData("<a href=\"javascript:go()\">", "a script address")]
    [InlineData("<img src=\"https://example.org/a.png\">", "from another site")]
    public void Finds_what_the_policy_would_block(string page, string breach) => Guard.Bites(ContentPolicyGuard.Breaches([new("a.cshtml", page)]), breach);
}
