namespace Gongkai.Shape;

public sealed class ForeignCodeTests
{
    [Fact]
    public void Only_our_own_work_is_committed() => Guard.Holds(ForeignCodeGuard.Breaches(Repository.Here.Files));

    [Fact]
    public void Finds_what_others_wrote_and_what_machines_made() => Guard.Bites(
        ForeignCodeGuard.Breaches([
            new("src/Ui/assets/site.js", "start();\n"),
            new("src/Ui/wwwroot/lib/htmx.js", "/* Copy" + "right 2020 */"),
            new("src/Ui/wwwroot/site.min.css", new string('a', 401)),
            new("src/Ui/wwwroot/song.woff2", ""),
            new("demo/plan.docx", new string(' ', (1024 * 1024) + 1))]),
        "src/Ui/wwwroot/lib/htmx.js:1 says Copy" + "right",
        "src/Ui/wwwroot/site.min.css has a line longer",
        "src/Ui/wwwroot/song.woff2 is a kind of file",
        "demo/plan.docx is larger than 1 MB");
}
