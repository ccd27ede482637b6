using System.Reflection;
using System.Text;
using Gongkai.Law.Statutes;

namespace Gongkai.Law;

/// <summary>The index of the law (docs/law-index.md): article → rule → act → page → test, made of every <see cref="ArticleAttribute"/>.</summary>
public static class LawIndex
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private enum Place
    {
        Rule,
        Act,
        Page,
        Test,
    }

    /// <summary>The index as Markdown, the same bytes for the same code: lines end with <c>\n</c>, everything is in ordinal order.</summary>
    /// <param name="assemblies">Law, the modules and the tests; an assembly whose name ends in Tests or lies in tests/ is told by <paramref name="isTest"/>.</param>
    /// <param name="isTest">True for an assembly of tests; null takes those that reference xunit.</param>
    public static string Render(IEnumerable<Assembly> assemblies, Func<Assembly, bool>? isTest = null)
    {
        var citations = Citations(assemblies, isTest ?? ReferencesXunit);
        var text = new StringBuilder("# Index of the law\n\nGenerated from `law/*.json` and every `[Article]`; a test checks that it is fresh. Kinds: *computed* by a rule, *procedure* of people, *none* for a system.\n");
        foreach (var statute in StatuteBook.All)
        {
            text.Append('\n').Append("## ").Append(statute.Title).Append(" (`").Append(statute.Key).Append("`)\n\n").Append(statute.Source).Append('.');
            if (!statute.Complete) text.Append(" Only the articles that are cited are listed.");
            text.Append("\n\n| article | kind | gist | rule | act | page | test |\n| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var article in statute.Articles)
            {
                text.Append("| ").Append(article.Number).Append(" | ").Append(Name(article.Kind)).Append(" | ").Append(article.Gist.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
                foreach (var place in Enum.GetValues<Place>())
                {
                    var names = citations.Where(c => c.Statute == statute.Key && c.Article == article.Number && c.Place == place).Select(c => c.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
                    var cell = string.Join("<br>", names.Select(n => $"`{n}`"));
                    text.Append(cell.Length == 0 ? " |" : $" {cell} |");
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>What is wrong between the statutes and the code: citations of articles that are not listed, computed articles without a rule or a test, rules on articles that are not called computed.</summary>
    /// <returns>Sentences, in ordinal order; empty when all is well.</returns>
    public static IReadOnlyList<string> Faults(IEnumerable<Assembly> assemblies, Func<Assembly, bool>? isTest = null)
    {
        var citations = Citations(assemblies, isTest ?? ReferencesXunit);
        List<string> faults = [];
        foreach (var cited in citations.Where(c => StatuteBook.Find(c.Statute)?.Article(c.Article) is null)) faults.Add($"{cited.Name} cites {cited.Statute}/{cited.Article}, which law/ does not list.");
        foreach (var statute in StatuteBook.All)
        {
            foreach (var article in statute.Articles)
            {
                var places = citations.Where(c => c.Statute == statute.Key && c.Article == article.Number).Select(c => c.Place).ToHashSet();
                var computed = article.Kind == ArticleKind.Computed;
                if (computed && !places.Contains(Place.Rule)) faults.Add($"{statute.Key}/{article.Number} is called computed and has no rule.");
                if (computed && !places.Contains(Place.Test)) faults.Add($"{statute.Key}/{article.Number} is called computed and has no test.");
                if (!computed && places.Contains(Place.Rule)) faults.Add($"{statute.Key}/{article.Number} has a rule and is called {Name(article.Kind)}.");
            }
        }

        return [.. faults.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static List<(string Statute, int Article, Place Place, string Name)> Citations(IEnumerable<Assembly> assemblies, Func<Assembly, bool> isTest)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        List<(string, int, Place, string)> citations = [];
        foreach (var assembly in assemblies)
        {
            var test = isTest(assembly);
            foreach (var type in assembly.GetTypes())
            {
                var place = test ? Place.Test : assembly == typeof(LawIndex).Assembly ? Place.Rule : IsPage(type) ? Place.Page : Place.Act;
                foreach (var member in type.GetMembers(Declared).Where(m => m is not Type).Prepend(type))
                {
                    foreach (var cited in member.GetCustomAttributes<ArticleAttribute>(inherit: false))
                        citations.Add((cited.Statute, cited.Number, place, Named(type, member, place)));
                }
            }
        }

        return citations;
    }

    /// <summary>Rules and acts go by their type, a test by its class and sentence.</summary>
    private static string Named(Type type, MemberInfo member, Place place) =>
        place == Place.Test && member is not Type ? $"{type.Name}.{member.Name}" : type.Name;

    private static bool IsPage(Type type) => type.Namespace is { } space && (space.EndsWith(".Pages", StringComparison.Ordinal) || space.Contains(".Pages.", StringComparison.Ordinal));

    private static bool ReferencesXunit(Assembly assembly) => assembly.GetReferencedAssemblies().Any(a => a.Name?.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) == true);

    private static string Name(ArticleKind kind) => kind switch { ArticleKind.Computed => "computed", ArticleKind.Procedure => "procedure", _ => "none" };
}
