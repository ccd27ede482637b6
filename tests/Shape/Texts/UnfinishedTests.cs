namespace Gongkai.Shape;

public sealed class UnfinishedTests
{
    [Fact]
    public void Nothing_is_left_half_done() => Guard.Holds(UnfinishedGuard.Breaches(Repository.Here.Files));

    [Fact]
    public void Finds_what_is_left_half_done() => Guard.Bites(
        UnfinishedGuard.Breaches([
            new("src/Law/Rule.cs", "a;\n// TO" + "DO: rest"),
            new("tests/Rules/RuleTests.cs", "[Fact(Skip = \"later\")]"),
            new("src/Law/Stub.cs", "throw new NotImplementedException();"),
            new("docs/page.md", "FIX" + "ME"),
            new("src/Law/Fine.cs", "list.Skip(1); // SkipS = 1, mastodon")]),
        "src/Law/Rule.cs:2 says",
        "tests/Rules/RuleTests.cs:1 leaves something undone: Skip",
        "src/Law/Stub.cs:1 leaves",
        "docs/page.md:1 says");
}
