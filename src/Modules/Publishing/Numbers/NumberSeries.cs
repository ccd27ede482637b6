using Gongkai.Law.Wording;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Numbers;

/// <summary>How one number of a series stands.</summary>
internal enum NumberStanding
{
    /// <summary>Everybody can read it.</summary>
    Public,

    /// <summary>Being written, reviewed, or signed and not public yet.</summary>
    UnderWay,

    /// <summary>Kept back, with a ground.</summary>
    KeptBack,

    /// <summary>Was public and was withdrawn.</summary>
    Withdrawn,

    /// <summary>Said to be void.</summary>
    Void,

    /// <summary>Nobody has accounted for it: a duty.</summary>
    Unaccounted,
}

/// <summary>One number of a series.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Document">The document that bears it; null for none.</param>
/// <param name="Title">Its title, or the account given.</param>
internal sealed record SeriesNumber(int Serial, NumberStanding Standing, DocumentId? Document, string Title);

/// <summary>A series of document numbers: an issuer's code and a year, from 1 to the highest that is known.</summary>
/// <param name="Code">机关代字.</param>
/// <param name="Year">Year.</param>
/// <param name="Numbers">Every number, in order.</param>
internal sealed record NumberSeries(string Code, int Year, IReadOnlyList<SeriesNumber> Numbers)
{
    /// <summary>Longest series that is looked at; an office issues some hundreds of documents a year.</summary>
    public const int Longest = 3_000;

    /// <summary>Numbers that nobody has accounted for.</summary>
    public IEnumerable<SeriesNumber> Unaccounted => Numbers.Where(number => number.Standing == NumberStanding.Unaccounted);

    /// <summary>A number of the series in its normal form.</summary>
    public string Text(int serial) => new DocumentNumber(Code, Year, serial).ToString();

    /// <summary>Fills the gaps: what is known in order of serials, and an unaccounted number for each serial between that nobody bears.</summary>
    /// <param name="code">机关代字.</param>
    /// <param name="year">Year.</param>
    /// <param name="known">What is known; of two that bear one serial the first stands.</param>
    public static NumberSeries Of(string code, int year, IEnumerable<SeriesNumber> known)
    {
        var bySerial = known.Where(number => number.Serial is > 0 and <= Longest).GroupBy(number => number.Serial).ToDictionary(group => group.Key, group => group.First());
        var last = bySerial.Count == 0 ? 0 : bySerial.Keys.Max();
        return new(code, year, [.. Enumerable.Range(1, last).Select(serial => bySerial.GetValueOrDefault(serial) ?? new(serial, NumberStanding.Unaccounted, null, ""))]);
    }
}
