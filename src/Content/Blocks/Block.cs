using System.Text.Json.Serialization;

namespace Gongkai.Content.Blocks;

/// <summary>A piece of a document's text, in reading order. Nothing else can stand in a text, so nothing that a browser would run can.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ItemList), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Picture), "picture")]
public abstract record Block;

/// <summary>A heading with its number as written (一、 · （一）).</summary>
/// <param name="Level">1 to <see cref="Deepest"/>; the title of the document is none of them.</param>
/// <param name="Runs">Its words.</param>
public sealed record Heading(int Level, IReadOnlyList<Run> Runs) : Block
{
    public const int Deepest = 4;
}

/// <summary>A paragraph; its number, where it has one, is part of its words.</summary>
/// <param name="Runs">Its words.</param>
/// <param name="Side">Where it stands on the line: signatures and days stand at the end.</param>
public sealed record Paragraph(IReadOnlyList<Run> Runs, Side Side = Side.Start) : Block;

/// <summary>Where a paragraph stands on its line.</summary>
public enum Side
{
    Start,
    Centre,
    End,
}

/// <summary>Items under each other.</summary>
/// <param name="Ordered">True where they are counted.</param>
/// <param name="Items">Words of each.</param>
public sealed record ItemList(bool Ordered, IReadOnlyList<IReadOnlyList<Run>> Items) : Block;

/// <summary>A table. A merged cell stands once, where it begins; rows that it covers do not name it again.</summary>
/// <param name="Rows">Its rows.</param>
public sealed record Table(IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Most columns of a table.</summary>
    public const int MostColumns = 500;
}

/// <summary>A row of a table.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Text">What it says; lines are divided by <c>\n</c>.</param>
/// <param name="Columns">Number of columns it covers, 1 or more.</param>
/// <param name="Rows">Number of rows it covers, 1 or more.</param>
/// <param name="IsHeading">True where it heads its column.</param>
public sealed record TableCell(string Text, int Columns = 1, int Rows = 1, bool IsHeading = false);

/// <summary>A picture.</summary>
/// <param name="File">Digest of the stored file: SHA-256, lower-case hex, 64 characters.</param>
/// <param name="Alt">What it shows, for whoever does not see it; empty until somebody has said it.</param>
/// <param name="Caption">What stands under it; null for nothing.</param>
public sealed record Picture(string File, string Alt, string? Caption = null) : Block;

/// <summary>Words in one style.</summary>
/// <param name="Text">The words, without line breaks.</param>
/// <param name="Style">How they stand.</param>
/// <param name="Link">Where they lead: an address of the web, a place of this site that begins with <c>/</c>, or mail; null for nowhere.</param>
public sealed record Run(string Text, RunStyle Style = RunStyle.Plain, string? Link = null);

/// <summary>How words stand. More than one may hold.</summary>
[Flags]
public enum RunStyle
{
    Plain = 0,
    Strong = 1,
    Superscript = 2,
    Subscript = 4,
}
