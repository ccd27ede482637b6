namespace Gongkai.Plans.Writing;

/// <summary>An official letter (公文): a title, its body, who signs and when.</summary>
/// <param name="Title">The whole title, office and kind included; a line feed breaks the line where the sense allows it.</param>
/// <param name="Body">What it says, in order.</param>
/// <param name="Signature">The office that signs (发文机关署名); null where none is known.</param>
/// <param name="Date">The day it bears (成文日期).</param>
public sealed record Letter(string Title, IReadOnlyList<LetterBlock> Body, string? Signature, DateOnly Date);

/// <summary>A part of a letter's body.</summary>
public abstract record LetterBlock;

/// <summary>A heading of the first level, with its number (一、).</summary>
/// <param name="Text">Number and words.</param>
public sealed record LetterHeading(string Text) : LetterBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its words.</param>
public sealed record LetterParagraph(string Text) : LetterBlock;

/// <summary>A table; its heading is repeated on every page.</summary>
/// <param name="Columns">Columns in order.</param>
/// <param name="Rows">Rows, each with one text a column.</param>
public sealed record LetterTable(IReadOnlyList<LetterColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : LetterBlock;

/// <summary>A column of a table in a letter.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Share">Its share of the line, against those of the other columns.</param>
/// <param name="Centred">True for figures and days; text stands at the start of its cell.</param>
public sealed record LetterColumn(string Heading, int Share, bool Centred = false);
