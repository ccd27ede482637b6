using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Writing;

/// <summary>The page and the type of an official letter as GB/T 9704-2012 (党政机关公文格式) gives them. Lengths are twentieths of a point.</summary>
public static class LetterPage
{
    /// <summary>Width of the text block (版心), 156 mm.</summary>
    public const int TextWidth = 8844;

    /// <summary>One character of the body, 16 pt (3号).</summary>
    public const int Character = 320;

    /// <summary>One line of the grid: 22 of them fill 225 mm.</summary>
    public const int Line = 579;

    /// <summary>Names of the styles that a letter uses.</summary>
    public const string TitleStyle = "Title", HeadingStyle = "Heading1", CellStyle = "Cell", SignStyle = "Signature", FooterStyle = "Footer";

    /// <summary>Headings from the first level (一、) to the fourth ((1)).</summary>
    public static readonly IReadOnlyList<string> HeadingStyles = [HeadingStyle, "Heading2", "Heading3", "Heading4"];

    /// <summary>Taken off between characters, so that 28 of them fill 156 mm: spacing every program understands, a grid of characters it does not.</summary>
    private const int Tighter = -5;

    private const string Song = "方正小标宋简体", FangSong = "仿宋_GB2312", Hei = "黑体", Kai = "楷体_GB2312", PlainSong = "宋体", Latin = "Times New Roman";

    /// <summary>A4 with margins of 37, 26, 35 and 28 mm; page numbers stand outside, 7 mm below the text block.</summary>
    public static SectionProperties Section(string oddFooter, string evenFooter) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1588, Header = 851, Footer = 1304, Gutter = 0 },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = Line });

    /// <summary>Odd pages carry their number at the outer right, even ones at the outer left.</summary>
    public static Settings Settings() => new(new EvenAndOddHeaders());

    /// <summary>A machine without the fonts of the norm takes the ones named here in their stead.</summary>
    public static Fonts Fonts() => new(
        FontOf(Song, "小标宋体;华文中宋;宋体"),
        FontOf(FangSong, "仿宋;FangSong;华文仿宋"),
        FontOf(Hei, "SimHei;Noto Sans CJK SC"),
        FontOf(Kai, "楷体;KaiTi;华文楷体"),
        FontOf(PlainSong, "SimSun;Noto Serif CJK SC"));

    /// <summary>The styles.</summary>
    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Face(FangSong), new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(LineOf(Line)))),
        StyleOf("Normal", "Normal", isDefault: true, new StyleParagraphProperties(LineOf(Line), FirstLine(), new Justification { Val = JustificationValues.Both }), FangSong, 32),
        StyleOf(TitleStyle, "Title", isDefault: false, new StyleParagraphProperties(
            new SpacingBetweenLines { Before = "0", After = Line.ToString(System.Globalization.CultureInfo.InvariantCulture), Line = "700", LineRule = LineSpacingRuleValues.Exact },
            NoIndent(), new Justification { Val = JustificationValues.Center }, new OutlineLevel { Val = 0 }), Song, 44),
        HeadingOf(1, Hei),
        HeadingOf(2, Kai),
        HeadingOf(3, FangSong),
        HeadingOf(4, FangSong),
        StyleOf(CellStyle, "Table Cell", isDefault: false, new StyleParagraphProperties(new SnapToGrid { Val = false }, LineOf(360), NoIndent(), new Justification { Val = JustificationValues.Left }), FangSong, 24),
        StyleOf(SignStyle, "Signature", isDefault: false, new StyleParagraphProperties(new KeepLines(), LineOf(Line), NoIndent(), new Justification { Val = JustificationValues.Right }), FangSong, 32),
        StyleOf(FooterStyle, "footer", isDefault: false, new StyleParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, NoIndent()), PlainSong, 28));

    /// <summary>A page number between dashes (— 1 —), one character in from the outer edge.</summary>
    public static Footer Footer(bool odd)
    {
        var indent = odd ? new Indentation { Right = "280", FirstLine = "0", FirstLineChars = 0 } : new Indentation { Left = "280", FirstLine = "0", FirstLineChars = 0 };
        return new(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = FooterStyle }, indent, new Justification { Val = odd ? JustificationValues.Right : JustificationValues.Left }),
            new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
    }

    /// <summary>No indent of the first line, as titles and tables have none.</summary>
    public static Indentation NoIndent() => new() { FirstLine = "0", FirstLineChars = 0 };

    /// <summary>Words in the type of headings (黑体), as the head of a table bears.</summary>
    public static RunFonts HeadingFace() => new() { EastAsia = Hei };

    private static Style HeadingOf(int level, string face) => StyleOf(
        HeadingStyles[level - 1], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"heading {level}"), isDefault: false,
        new StyleParagraphProperties(new KeepNext(), LineOf(Line), FirstLine(), new OutlineLevel { Val = level }), face, 32);

    private static SpacingBetweenLines LineOf(int line) =>
        new() { Before = "0", After = "0", Line = line.ToString(System.Globalization.CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Exact };

    private static Indentation FirstLine() => new() { FirstLine = "640", FirstLineChars = 200 };

    private static RunFonts Face(string name) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = name, ComplexScript = Latin };

    private static Style StyleOf(string id, string name, bool isDefault, StyleParagraphProperties paragraph, string face, int halfPoints)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        style.Append(new PrimaryStyle(), paragraph, new StyleRunProperties(Face(face), new Spacing { Val = isDefault ? Tighter : 0 }, new FontSize { Val = size }, new FontSizeComplexScript { Val = size }));
        return style;
    }

    private static Font FontOf(string name, string instead) =>
        new(new AltName { Val = instead }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = name };
}
