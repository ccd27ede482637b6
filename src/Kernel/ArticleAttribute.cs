namespace Gongkai;

/// <summary>
/// Names the article of law that a rule, a constant, an act, a column or a test stands on.
/// The generated docs/law-index.md is made of these, and a test refuses a citation that law/ does not hold.
/// </summary>
/// <param name="statute">Key of the statute: the name of its file in law/ without the ending, such as <c>711</c> or <c>civil-code</c>.</param>
/// <param name="article">Number of the article, 1 or more.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class ArticleAttribute(string statute, int article) : Attribute
{
    /// <summary>Key of the statute in law/.</summary>
    public string Statute { get; } = statute;

    /// <summary>Number of the article.</summary>
    public int Number { get; } = article;

    /// <summary>Paragraph (款) within the article, counted from 1; 0 means the whole article.</summary>
    public int Paragraph { get; init; }

    /// <summary>The short form used in refusals and indexes: <c>711/33.2</c>.</summary>
    public override string ToString() => Paragraph == 0 ? $"{Statute}/{Number}" : $"{Statute}/{Number}.{Paragraph}";
}
