using System.Globalization;
using Gongkai.Content.Blocks;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>How much of a file or a page becomes a text. Every figure bounds memory that a stranger's file could ask for.</summary>
public sealed record ImportLimits
{
    /// <summary>What is read of the file itself.</summary>
    public ReadingLimits Reading { get; init; } = new() { Columns = Table.MostColumns };

    /// <summary>Most pictures taken, inclusive; further ones are reported.</summary>
    public int Pictures { get; init; } = 200;

    /// <summary>Largest picture, in bytes, inclusive.</summary>
    public int PictureBytes { get; init; } = 10 << 20;

    /// <summary>Most bytes of all pictures together, inclusive.</summary>
    public long AllPictureBytes { get; init; } = 40L << 20;

    /// <summary>Blocks of a text, rows of tables counted, inclusive.</summary>
    public int Blocks { get; init; } = Body.MostBlocks;

    /// <summary>Characters of a text, inclusive.</summary>
    public int Characters { get; init; } = Body.MostCharacters;

    internal static readonly ReadingFailure TooLong = new(
        "content.too-long",
        string.Create(CultureInfo.InvariantCulture, $"正文超过 {Body.MostBlocks} 段或 {Body.MostCharacters / 10_000} 万字的上限：请拆成几份文件，或把长表格作为附件上传后再试。"));
}
