namespace Gongkai.Shape;

public sealed class LengthTests
{
    [Fact]
    public void Files_can_be_read_in_one_go() => Guard.Holds(LengthGuard.Breaches([.. Repository.Here.Under("src/"), .. Repository.Here.Under("tests/"), .. Repository.Here.Under("bench/")]));

    [Fact]
    public void Finds_a_file_that_is_too_long() => Guard.Bites(
        LengthGuard.Breaches([
            Lines("src/Law/Fits.cs", 400),
            Lines("src/Law/Long.cs", 401),
            Lines("src/Ui/wwwroot/css/long.css", 401),
            Lines("src/Law/Excused.cs", 401, "// Long because it is one table."),
            Lines("tests/Rules/Fits.cs", 600),
            Lines("tests/Rules/Long.cs", 601),
            Lines("demo/plan.html", 2000)]),
        "src/Law/Long.cs has 401 lines",
        "src/Ui/wwwroot/css/long.css has 401 lines",
        "tests/Rules/Long.cs has 601 lines");

    private static SourceFile Lines(string path, int count, string first = "a") => new(path, first + string.Concat(Enumerable.Repeat("\na", count - 1)) + "\n");
}
