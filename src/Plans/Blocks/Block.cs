namespace Gongkai.Plans.Blocks;

/// <summary>A piece of a document in reading order. Every block knows where it stands in <see cref="SourceText.Text"/>.</summary>
/// <param name="Span">The block's stretch of the source text, without its line break.</param>
public abstract record Block(TextSpan Span);

/// <summary>A line or paragraph of text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Level">Heading level from the file's own styles, 1 to 9; 0 where the file does not say (a plain text never does).</param>
public sealed record Paragraph(TextSpan Span, int Level = 0) : Block(Span)
{
    /// <summary>The number the file generates in front of the paragraph (Word numbering), such as <c>(一)</c>; it is part of the source text.</summary>
    public string? ListLabel { get; init; }

    /// <summary>True when the paragraph is set to the right edge, as signatures and dates are.</summary>
    public bool RightAligned { get; init; }

    /// <summary>True when the paragraph is centred, as titles are.</summary>
    public bool Centred { get; init; }
}

/// <summary>A table; every row holds its cells in order of columns.</summary>
public sealed record Table(TextSpan Span, IReadOnlyList<TableRow> Rows) : Block(Span);

/// <summary>One row of a table.</summary>
public sealed record TableRow(TextSpan Span, IReadOnlyList<TableCell> Cells);

/// <summary>One cell. A merged cell appears once, with its extent.</summary>
/// <param name="Span">Its text in the source.</param>
/// <param name="Column">First column it covers, from 0.</param>
/// <param name="Columns">Number of columns it covers, 1 or more.</param>
/// <param name="Rows">Number of rows it covers, 1 or more.</param>
public sealed record TableCell(TextSpan Span, int Column, int Columns = 1, int Rows = 1);
