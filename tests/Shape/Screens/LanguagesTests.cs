namespace Gongkai.Shape;

public sealed class LanguagesTests
{
    private const string Resources = """<root><data name="state.Met"><value>已落实</value></data><data name="state.Late"><value>超期 {0} 天</value></data></root>""";

    [Fact]
    public void Languages_keep_up_with_the_pages() => Guard.Holds(LanguagesGuard.Breaches(
        [.. Repository.Here.Under("src/", ".cs"), .. Repository.Here.Under("src/", ".cshtml"), .. Repository.Here.Under("src/", ".resx")],
        Repository.Here.Under("languages/", ".json")));

    [Theory]
    [InlineData("""{ "portal": true, "texts": { "跳到正文": "Skip", "全部 {0} 项": "All {0}", "state.Met": "Met", "state.Late": "{0} late", "台账": "Ledger" } }""")]
    [InlineData("""{ "portal": false, "texts": { "跳到正文": "Skip", "台账": "Ledger" } }""")]
    public void Lets_a_complete_file_pass(string file) => Guard.Holds(Breaches(file));

    [Theory]
    [InlineData("""{ "portal": false, "texts": { "台账": "Ledger" } }""", "lacks 跳到正文")]
    [InlineData("""{ "portal": true, "texts": { "跳到正文": "Skip", "state.Met": "Met", "state.Late": "{0} late", "台账": "Ledger" } }""", "lacks 全部 {0} 项")]
    [InlineData("""{ "portal": true, "texts": { "跳到正文": "Skip", "全部 {0} 项": "All {0}", "state.Met": "Met", "台账": "Ledger" } }""", "lacks state.Late")]
    [InlineData("""{ "portal": false, "texts": { "跳到正文": "Skip", "台账": "Ledger", "旧的句子": "Old" } }""", "translates 旧的句子, which no page says")]
    [InlineData("""{ "portal": false, "texts": { "跳到正文": "Skip", "台账": "Ledger", "全部 {0} 项": "All of them" } }""", "fills in 全部 {0} 项 at other places")]
    [InlineData("""{ "portal": false, "texts": { "跳到正文": "Skip", "台账": "Ledger", "state.Late": "late" } }""", "fills in state.Late at other places")]
    public void Finds_what_is_missing_left_over_or_does_not_fit(string file, string breach) => Guard.Bites(Breaches(file), breach);

    private static IEnumerable<string> Breaches(string file) => LanguagesGuard.Breaches(
        [
            new("src/Ui/Pages/Shared/_PortalLayout.cshtml", "@T[\"跳到正文\"]"),
            new("src/Modules/Planted/Pages/Index.cshtml", "@T[\"全部 {0} 项\", 3] @T[$\"state.{Model.State}\"]"),
            new("src/Modules/Planted/PlantedModule.cs", "new MenuItem(\"ledger\", \"台账\", \"/ledger\", 20, MenuArea.Portal)"),
            new("src/Modules/Planted/Resources/Words.resx", Resources),
        ],
        [new("languages/en.json", file)]);
}
