namespace Gongkai.Shape;

public sealed class BannedSymbolsTests
{
    /// <summary>In pieces, so that the guard does not take this file for an offender.</summary>
    private const string Disable = "#pragma warning " + "disable RS0030";

    [Fact]
    public void Banned_symbols_are_banned_everywhere() => Guard.Holds(BannedSymbolsGuard.Breaches(Repository.Here.Files));

    [Theory]
    [InlineData("src/Law/Gongkai.Law.csproj", "<Project><PropertyGroup><NoWarn>RS0030</NoWarn></PropertyGroup></Project>", "src/Law/Gongkai.Law.csproj has its own way")]
    [InlineData("src/Law/Directory.Build.props", "<Project />", "src/Law/Directory.Build.props stands between")]
    [InlineData("src/Law/Clock.cs", "a;\n" + Disable + "\n", "src/Law/Clock.cs:2 uses a banned symbol")]
    public void Finds_a_project_that_opts_out(string path, string text, string breach) => Guard.Bites(BannedSymbolsGuard.Breaches([.. Top(), new(path, text)]), breach);

    [Fact]
    public void Lets_a_reason_on_the_line_pass() => Guard.Holds(BannedSymbolsGuard.Breaches([.. Top(), new("src/Law/Clock.cs", Disable + " // the clock itself\n")]));

    [Theory]
    [InlineData("BannedSymbols.txt", "M:System.Guid.NewGuid;", "BannedSymbols.txt does not ban M:System.Guid.NewGuid;")]
    [InlineData("Directory.Build.props", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "does not add the analyzer")]
    [InlineData("Directory.Build.props", "BannedSymbols.txt", "does not add BannedSymbols.txt")]
    [InlineData(".editorconfig", "RS0030", "does not make RS0030 an error")]
    public void Finds_a_ban_that_was_lifted_at_the_top(string path, string taken, string breach) => Guard.Bites(
        BannedSymbolsGuard.Breaches([.. Top().Select(file => file.Path == path ? new SourceFile(path, file.Text.Replace(taken, "Gone", StringComparison.Ordinal)) : file)]),
        breach);

    private static IEnumerable<SourceFile> Top() =>
        from path in (string[])["BannedSymbols.txt", "Directory.Build.props", ".editorconfig"] select new SourceFile(path, Repository.Here[path].Text);
}
