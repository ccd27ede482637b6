using FsCheck;
using FsCheck.Fluent;
using Gongkai.Content.Blocks;

namespace Gongkai.Rules.Content;

/// <summary>Texts of every shape, full of signs that mean something in some form or other.</summary>
internal static class AnyBody
{
    public static readonly string Digest = new('a', 64);

    private static readonly string[] Pieces =
    [
        "公开", "规划", "a", "1", " ", "  ", "　", "\t", "\u00A0", "\n", "\u200B", "😀", "\u0001", "é", "《", "》", "，",
        "*", "**", "^", "~", "[", "]", "(", ")", "\\", "#", "# ", "## ", "- ", "+ ", ">> ", "<> ", "|", "||", "!", "![", "<", ">", "&", "\"", "'", "⏎", "&amp;", "<b>", "</p>", "[甲](/b)", "·", "一、", "1.", "\u2028", "\uFFFF",
    ];

    private static readonly string?[] Addresses = [null, null, null, "/a/b?c=1&d=(2)", "https://example.org/甲(乙)", "mailto:a@example.org", "javascript:alert(1)", "//evil.example", "http://example.org/a b"];

    private static readonly Gen<string> Words = Gen.Elements(Pieces).ListOf(5).Select(string.Concat);

    private static readonly Gen<Run> Runs =
        from text in Words
        from style in Gen.Choose(0, 7)
        from link in Gen.Elements(Addresses)
        select new Run(text, (RunStyle)style, link);

    private static readonly Gen<IReadOnlyList<Run>> Line = Gen.Choose(0, 4).SelectMany(count => Runs.ListOf(count)).Select(runs => (IReadOnlyList<Run>)[.. runs]);

    private static readonly Gen<TableCell> Cell =
        from text in Words
        from columns in Gen.Elements(0, 1, 1, 1, 1, 2, 3)
        from rows in Gen.Elements(1, 1, 1, 1, 2, 3)
        from isHeading in Gen.Elements(true, false)
        select new TableCell(text, columns, rows, isHeading);

    private static readonly Gen<TableRow> Row = Gen.Choose(0, 4).SelectMany(count => Cell.ListOf(count)).Select(cells => new TableRow([.. cells]));

    private static readonly Gen<Block> Block = Gen.OneOf(
        from level in Gen.Choose(0, 6) from line in Line select (Block)new Heading(level, line),
        from side in Gen.Elements(Side.Start, Side.Start, Side.Centre, Side.End) from line in Line select (Block)new Paragraph(line, side),
        from side in Gen.Elements(Side.Start, Side.End) from line in Line select (Block)new Paragraph(line, side),
        from ordered in Gen.Elements(true, false) from count in Gen.Choose(0, 3) from items in Line.ListOf(count) select (Block)new ItemList(ordered, [.. items]),
        Gen.Choose(0, 4).SelectMany(count => Row.ListOf(count)).Select(rows => (Block)new Table([.. rows])),
        from alt in Words from caption in Gen.OneOf(Words, Gen.Constant<string>(null!)) from digest in Gen.Elements(Digest, "nonsense") select (Block)new Picture(digest, alt, caption));

    /// <summary>Any text.</summary>
    public static Arbitrary<Body> Arbitrary { get; } = Gen.Choose(0, 5).SelectMany(count => Block.ListOf(count)).Select(blocks => new Body([.. blocks])).ToArbitrary();

    /// <summary>Small texts of few different blocks, so that two of them have something in common.</summary>
    public static Gen<Body> Small { get; } =
        Gen.OneOf(
            Gen.Elements("甲", "乙", "丙丁", "按月公开预算。", "按季公开预算。").Select(text => (Block)new Paragraph([new(text)])),
            Gen.Elements("一、甲", "二、乙").Select(text => (Block)new Heading(1, [new(text)])),
            Block)
        .ListOf().Select(blocks => new Body([.. blocks.Take(12)]).Normalised());
}
