namespace Gongkai.Law.Statutes;

/// <summary>What the system does with an article.</summary>
public enum ArticleKind
{
    /// <summary>A rule in Law computes it.</summary>
    Computed,

    /// <summary>Steps, contents or duties of people that no rule computes (yet).</summary>
    Procedure,

    /// <summary>Nothing for a system to do: purpose, definitions, entry into force.</summary>
    None,
}

/// <summary>An article in our own words; the text of the statute is never kept.</summary>
/// <param name="Number">Number of the article.</param>
/// <param name="Gist">One line in English with the official term.</param>
/// <param name="Kind">What the system does with it.</param>
/// <param name="InForce">First day on which this wording holds; null where our source does not confirm it.</param>
public sealed record StatuteArticle(int Number, string Gist, ArticleKind Kind, DateOnly? InForce = null);

/// <summary>A statute as a list of articles (law/&lt;key&gt;.json).</summary>
/// <param name="Key">The name of its file without the ending, by which <see cref="ArticleAttribute"/> cites it.</param>
/// <param name="Title">Official title.</param>
/// <param name="Source">Document number and date of the wording.</param>
/// <param name="Complete">True when every article is listed; false where only those are that we cite or have read.</param>
/// <param name="Articles">Articles by number.</param>
public sealed record Statute(
    string Key, string Title, string Source, bool Complete, IReadOnlyList<StatuteArticle> Articles)
{
    /// <summary>The article with this number; null when it is not listed.</summary>
    public StatuteArticle? Article(int number) => Articles.FirstOrDefault(a => a.Number == number);
}
