namespace Gongkai.Shape
{
    public sealed class NamesTests
    {
        [Fact]
        public void Types_have_names_that_say_what_they_are() => Guard.Holds(NamesGuard.OfTypes(SourceTypes.All));

        [Fact]
        public void Files_and_folders_have_names_that_say_what_they_hold() => Guard.Holds(NamesGuard.OfPaths(Repository.Here.Files));

        [Fact]
        public void Finds_a_type_with_an_empty_name() => Guard.Bites(
            NamesGuard.OfTypes([typeof(Planted.Names.DateHelper), typeof(Planted.Names.LedgerBase<>), typeof(Planted.Names.Database), typeof(Planted.Names.PagerTagHelper)]),
            "DateHelper says nothing",
            "LedgerBase says nothing");

        [Fact]
        public void Finds_a_path_with_an_empty_name() => Guard.Bites(
            NamesGuard.OfPaths([
                new("src/Ui/Pages/Shared/_Footer.cshtml", ""),
                new("src/Platform/Data/Database.cs", ""),
                new("src/Ui/TagHelpers/PagerTagHelper.cs", ""),
                new("src/Shared/Money.cs", ""),
                new("src/Law/DateUtils.cs", ""),
                new("src/Law/Gongkai.Core.csproj", "")]),
            "src/Shared/Money.cs: Shared",
            "src/Law/DateUtils.cs: DateUtils",
            "src/Law/Gongkai.Core.csproj: Core");
    }
}

namespace Gongkai.Planted.Names
{
    internal static class DateHelper;

    internal sealed class LedgerBase<T>;

    internal sealed class Database;

    internal sealed class PagerTagHelper;
}
