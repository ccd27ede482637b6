using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Checks;

/// <summary>A word that is written wrongly and what is meant.</summary>
/// <param name="Wrong">As it is found, two characters or more.</param>
/// <param name="Right">What to write.</param>
/// <param name="Within">Longer words that hold it rightly (鲜族 in 朝鲜族).</param>
public sealed record WrongWord(string Wrong, string Right, IReadOnlyList<string>? Within = null);

/// <summary>How much of a personal value stays readable. No national rule names these figures; they are what offices use.</summary>
/// <param name="IdFirst">Characters kept at the start of an identity number.</param>
/// <param name="IdLast">Characters kept at its end.</param>
/// <param name="MobileFirst">Digits kept at the start of a mobile number.</param>
/// <param name="MobileLast">Digits kept at its end.</param>
/// <param name="CardFirst">Digits kept at the start of a card number.</param>
/// <param name="CardLast">Digits kept at its end.</param>
/// <param name="MailFirst">Characters kept of a mail address before the sign.</param>
/// <param name="NameFirst">Characters kept of a name.</param>
/// <param name="AddressEnds">Ends of place names up to which an address is kept, the smallest place first.</param>
public sealed record MaskingPatterns(
    int IdFirst, int IdLast, int MobileFirst, int MobileLast, int CardFirst, int CardLast, int MailFirst, int NameFirst, IReadOnlyList<string> AddressEnds);

/// <summary>
/// The words that the checks look for: data with a version, which an office may extend. All of it is our own wording.
/// </summary>
public sealed class CheckLists
{
    /// <summary>Most characters of a word, inclusive.</summary>
    public const int LongestWord = 40;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<CheckLists> Embedded = new(() =>
    {
        using var stream = typeof(CheckLists).Assembly.GetManifestResourceStream("checks/lists.json")!;
        return Read(stream);
    });

    private readonly File _file;

    private CheckLists(File file)
    {
        _file = file;
        Listed = new(file.WrongWords, file.ForbiddenWords);
        Health = new(file.HealthWords);
        Minor = new(file.MinorWords);
        NotNames = file.NotNames.ToHashSet(StringComparer.Ordinal);
        MailDomains = file.MailDomains.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Marks = [.. file.SecrecyMarks.OrderByDescending(mark => mark.Length)];
    }

    /// <summary>The lists that come with the program.</summary>
    public static CheckLists Ready => Embedded.Value;

    /// <summary>Which lists these are; kept with a result, so that one can tell what it was checked against.</summary>
    public string Version => _file.Version;

    /// <summary>Words written wrongly.</summary>
    public IReadOnlyList<WrongWord> WrongWords => _file.WrongWords;

    /// <summary>Words not to be used at all.</summary>
    public IReadOnlyList<string> ForbiddenWords => _file.ForbiddenWords;

    /// <summary>Marks of internal material (内部资料 and its like), without blanks and punctuation; the three secrecy grades are built in.</summary>
    public IReadOnlyList<string> SecrecyMarks => _file.SecrecyMarks;

    /// <summary>Words that tell of somebody's health, disability or hardship.</summary>
    public IReadOnlyList<string> HealthWords => _file.HealthWords;

    /// <summary>Words for minors (未成年人), which make a name near them the name of one.</summary>
    public IReadOnlyList<string> MinorWords => _file.MinorWords;

    /// <summary>How personal values are masked.</summary>
    public MaskingPatterns Masking => _file.Masking;

    internal WordIndex Listed { get; }

    internal WordSet Health { get; }

    internal WordSet Minor { get; }

    internal HashSet<string> NotNames { get; }

    internal HashSet<string> MailDomains { get; }

    internal IReadOnlyList<string> Marks { get; }

    /// <summary>Reads lists from JSON of the form of the ready-made ones.</summary>
    /// <exception cref="InvalidDataException">A field is missing or unknown, a word is empty, too long or listed twice, or a figure is negative.</exception>
    public static CheckLists Read(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(json, Form) ?? throw new InvalidDataException("The lists are empty.");
            if (Flaw(file) is { } flaw) throw new InvalidDataException(flaw);
            return new(file);
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"The lists are not of the expected form: {damage.Message}", damage);
        }
    }

    /// <summary>These lists and an office's own words, whose version is appended; the own masking patterns count.</summary>
    /// <param name="own">Lists of the office. What both name is listed once; of two corrections of one word the own one counts.</param>
    public CheckLists With(CheckLists own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var more = own._file;
        return new(new(
            $"{Version}+{own.Version}",
            [.. more.WrongWords.Concat(_file.WrongWords).DistinctBy(word => word.Wrong, StringComparer.Ordinal)],
            [.. _file.ForbiddenWords.Union(more.ForbiddenWords, StringComparer.Ordinal)],
            [.. _file.SecrecyMarks.Union(more.SecrecyMarks, StringComparer.Ordinal)],
            [.. _file.HealthWords.Union(more.HealthWords, StringComparer.Ordinal)],
            [.. _file.MinorWords.Union(more.MinorWords, StringComparer.Ordinal)],
            [.. _file.MailDomains.Union(more.MailDomains, StringComparer.Ordinal)],
            [.. _file.NotNames.Union(more.NotNames, StringComparer.Ordinal)],
            more.Masking));
    }

    /// <summary>These lists and the words of an office.</summary>
    /// <param name="own">What it adds.</param>
    /// <exception cref="InvalidDataException">A word is <see cref="OwnWords.Unfit">unfit</see>.</exception>
    public CheckLists With(OwnWords own)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.IsEmpty) return this;
        var file = new File(own.Version, own.Wrong, own.Forbidden, own.Marks, [], [], [], [], _file.Masking);
        return Flaw(file) is { } flaw ? throw new InvalidDataException(flaw) : With(new CheckLists(file));
    }

    private static string? Flaw(File file)
    {
        if (string.IsNullOrWhiteSpace(file.Version)) return "The lists have no version.";
        if (file.WrongWords.FirstOrDefault(word => word.Right == word.Wrong || word.Right.Length == 0) is { } same) return $"{same.Wrong} is corrected to nothing else.";
        (string Name, IEnumerable<string> Words)[] lists =
        [
            ("wrongWords", file.WrongWords.Select(word => word.Wrong)), ("forbiddenWords", file.ForbiddenWords), ("secrecyMarks", file.SecrecyMarks), ("healthWords", file.HealthWords),
            ("minorWords", file.MinorWords), ("mailDomains", file.MailDomains), ("notNames", file.NotNames), ("addressEnds", file.Masking.AddressEnds),
        ];
        foreach (var (name, words) in lists)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var word in words)
            {
                if (string.IsNullOrWhiteSpace(word) || word.Trim() != word || word.Length > LongestWord) return $"{name} holds an empty, padded or overlong word.";
                if (word.Length < 2 && name is not "addressEnds" and not "healthWords") return $"{name} holds {word}, which is too short to look for.";
                if (!seen.Add(word)) return $"{name} lists {word} twice.";
            }
        }

        var masking = file.Masking;
        int[] figures = [masking.IdFirst, masking.IdLast, masking.MobileFirst, masking.MobileLast, masking.CardFirst, masking.CardLast, masking.MailFirst, masking.NameFirst];
        return figures.Any(figure => figure < 0) ? "masking holds a negative figure." : null;
    }

    private sealed record File(
        string Version,
        IReadOnlyList<WrongWord> WrongWords,
        IReadOnlyList<string> ForbiddenWords,
        IReadOnlyList<string> SecrecyMarks,
        IReadOnlyList<string> HealthWords,
        IReadOnlyList<string> MinorWords,
        IReadOnlyList<string> MailDomains,
        IReadOnlyList<string> NotNames,
        MaskingPatterns Masking);
}
