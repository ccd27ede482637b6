using System.Reflection;
using Gongkai.Law;
using Gongkai.Law.Statutes;

namespace Gongkai.Shape;

public sealed class ArticlesTests
{
    /// <summary>Everything that may cite an article: the program, and the tests of rules and of slices.</summary>
    private static readonly IReadOnlyList<Assembly> Citing =
    [
        .. Repository.Here.Projects.Where(project => project.IsSource || project.Name is "Rules" or "Slices").Select(project => Assembly.Load(project.Assembly)),
    ];

    [Fact]
    public void Articles_cited_are_listed_and_computed_ones_have_a_rule_and_a_test() => Guard.Holds(LawIndex.Faults(Citing));

    [Fact]
    public void The_index_of_the_law_is_fresh() => GeneratedDocument.IsFresh("docs/law-index.md", LawIndex.Render(Citing));

    [Fact]
    public void Refusals_name_articles_that_are_listed() => Guard.Holds(
        SourcesGuard.Breaches(Repository.Here.Under("src/", ".cs"), key => StatuteBook.Find(key) is not null, (key, article) => StatuteBook.Find(key)?.Article(article) is not null));

    /// <summary>The planted breach is <see cref="Planted"/>, which this assembly holds and the real run leaves out.</summary>
    [Fact]
    public void Finds_a_citation_of_an_article_that_is_not_listed() =>
        Assert.Contains(LawIndex.Faults([.. Citing, typeof(Planted).Assembly]), fault => fault.StartsWith("Planted cites 711/999", StringComparison.Ordinal));

    [Fact]
    public void Finds_a_computed_article_without_its_test() => Assert.Contains(
        "711/33 is called computed and has no test.",
        LawIndex.Faults(Citing.Where(assembly => assembly.GetName().Name is not ("Gongkai.Rules" or "Gongkai.Slices"))));

    [Fact]
    public void Finds_a_refusal_that_names_an_article_nobody_lists() => Guard.Bites(
        SourcesGuard.Breaches(
            [new("src/Modules/Requests/Request.cs", """yield return new("requests.late", "711/33.2"); new("requests.odd", "711/77"); Get("page/3"); // "711/88" """)],
            key => key == "711",
            (_, article) => article == 33),
        "names \"711/77\"");

    [Article("711", 999)]
    private sealed class Planted;
}
