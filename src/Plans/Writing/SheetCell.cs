namespace Gongkai.Plans.Writing;

/// <summary>What one cell of a <see cref="Sheet"/> holds: text, a number, a day, or nothing.</summary>
public readonly record struct SheetCell
{
    private SheetCell(string? text, double? number, DateOnly? day) => (Text, Number, Day) = (text, number, day);

    /// <summary>Text; stored as text whatever it begins with, so that it never becomes a formula.</summary>
    public string? Text { get; }

    /// <summary>A number, shown plainly.</summary>
    public double? Number { get; }

    /// <summary>A local day, stored as a real date.</summary>
    public DateOnly? Day { get; }

    /// <summary>A cell of text.</summary>
    public static SheetCell Of(string text) => new(text, null, null);

    /// <summary>A cell with a number.</summary>
    public static SheetCell Of(double number) => new(null, number, null);

    /// <summary>A cell with a day; an empty one where there is none.</summary>
    public static SheetCell Of(DateOnly? day) => new(day is null ? "" : null, null, day);
}

/// <summary>One column of a <see cref="Sheet"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">Width in characters of the sheet's font, half a Chinese one each.</param>
public sealed record SheetColumn(string Heading, double Width)
{
    /// <summary>What stands above it and its neighbours of the same group, in a heading of two rows; null where the heading has one row, or the column fills both.</summary>
    public string? Group { get; init; }
}
