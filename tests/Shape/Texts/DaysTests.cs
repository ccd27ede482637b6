namespace Gongkai.Shape;

public sealed class DaysTests
{
    [Fact]
    public void Days_are_counted_in_Law_alone() => Guard.Holds(DaysGuard.Breaches(Repository.Here.Under("src/", ".cs")));

    [Fact]
    public void Finds_days_counted_elsewhere() => Guard.Bites(
        DaysGuard.Breaches([
            new("src/Law/Calendar/WorkCalendar.cs", "day.AddDays(1)"),
            new("src/Modules/Duties/Due.cs", "\nday.AddDays(20)"),
            new("src/Modules/Duties/Week.cs", "day.AddDays(7); // Not a limit: the week that the page shows."),
            new("src/Modules/Duties/Note.cs", "Log(\"x.AddDays(1)\");")]),
        "src/Modules/Duties/Due.cs:2 counts days");
}
