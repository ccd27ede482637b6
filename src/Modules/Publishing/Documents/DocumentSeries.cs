using Gongkai.Organs.Contracts;

namespace Gongkai.Publishing.Documents;

/// <summary>How many documents an organ has published in a year: the next one's number follows.</summary>
internal sealed class DocumentSeries
{
    private DocumentSeries() { }

    public DocumentSeries(OrganId organ, int year) => (OrganId, Year, Last) = (organ, year, 1);

    public OrganId OrganId { get; private init; }

    public int Year { get; private init; }

    /// <summary>The last number given; none is ever given again.</summary>
    public int Last { get; private set; }

    /// <summary>The next number.</summary>
    public int Grow() => ++Last;
}
