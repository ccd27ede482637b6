namespace Gongkai.Plans.Reading;

/// <summary>How much of a file the reader is willing to look at. Every figure bounds work or memory that a stranger's file could ask for.</summary>
public sealed record ReadingLimits
{
    /// <summary>Largest docx, xlsx, html or pdf file, in bytes, inclusive.</summary>
    public long FileBytes { get; init; } = 20L << 20;

    /// <summary>Largest plain text, in bytes, inclusive; nothing larger is even loaded.</summary>
    public long TextBytes { get; init; } = 64L << 20;

    /// <summary>Most bytes that the XML parts of a package may unpack to, together, inclusive.</summary>
    public long ExpandedBytes { get; init; } = 200L << 20;

    /// <summary>How many times its packed size a part may unpack to, once it is past <see cref="RatioFrom"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes below which no ratio is looked at: short repetitive parts pack very well and hurt nobody.</summary>
    public long RatioFrom { get; init; } = 4L << 20;

    /// <summary>Most entries of a package, inclusive.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>Most elements in one XML part, inclusive.</summary>
    public int Elements { get; init; } = 3_000_000;

    /// <summary>Deepest nesting of elements in XML and HTML, inclusive.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Most columns of a table, inclusive; further ones are left out and reported.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Longest run of pdftotext; it is killed after that.</summary>
    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Name or path of poppler's pdftotext.</summary>
    public string PdfToText { get; init; } = "pdftotext";
}
