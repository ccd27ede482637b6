namespace Gongkai.Ui.TagHelpers;

/// <summary>How numbers are drawn.</summary>
public enum ChartKind
{
    /// <summary>Bars side by side.</summary>
    Bars,

    /// <summary>Bars on top of each other; the series add up.</summary>
    StackedBars,

    /// <summary>Lines over a running time.</summary>
    Lines,

    /// <summary>A field of cells, each series a row: the more, the darker.</summary>
    HeatMap,
}

/// <summary>The colour of a series; names, because colours are tokens.</summary>
public enum ChartTone
{
    /// <summary>Ink.</summary>
    Main,

    /// <summary>Lighter ink; dashed as a line.</summary>
    Light,

    /// <summary>Cinnabar and hatched: only for what is overdue.</summary>
    Late,

    /// <summary>Grey.</summary>
    Quiet,
}

/// <summary>Numbers to look at.</summary>
/// <param name="Kind">How they are drawn.</param>
/// <param name="CategoryName">What the categories are, as the head of the table's first column.</param>
/// <param name="Categories">Names along the axis.</param>
/// <param name="Series">Each as long as <paramref name="Categories"/>.</param>
public sealed record ChartSpec(ChartKind Kind, string CategoryName, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>What is counted: 件, 项, 天.</summary>
    public string? Unit { get; init; }

    /// <summary>True lays bars down, which leaves room for long names.</summary>
    public bool Horizontal { get; init; }
}

/// <summary>One row of numbers.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">One for each category; null where there is none.</param>
/// <param name="Tone">Their colour.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, ChartTone Tone = ChartTone.Main);
