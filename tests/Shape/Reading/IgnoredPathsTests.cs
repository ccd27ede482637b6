namespace Gongkai.Shape;

public sealed class IgnoredPathsTests
{
    private static readonly IgnoredPaths Ignored = IgnoredPaths.Read("bin/\n/data/\n# note\nsrc/Ui/wwwroot/bundle/\n*.user\n");

    [Theory]
    [InlineData("src/Law/bin", true)]
    [InlineData("src/Ui/wwwroot/bundle", true)]
    [InlineData("tests/bundle", false)]
    [InlineData("src/Law/a.user", true)]
    [InlineData("src/Law/a.cs", false)]
    public void Leaves_out_what_git_leaves_out(string path, bool ignored) => Assert.Equal(ignored, Ignored.Contains(path));

    [Fact]
    public void Reads_the_repository_it_was_built_from() => Assert.Contains(Repository.Here.Files, file => file.Path == "tests/Shape/Reading/Repository.cs");
}
