using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Writing;

/// <summary>Sets signature and date (发文机关署名、成文日期) one centred over the other, so that a seal fits on both.</summary>
public static class LetterSign
{
    /// <summary>Characters between a sealed letter's date and the edge (右空四字).</summary>
    private const double DateIndent = 4;

    /// <summary>Characters kept free at the edge beside a long signature (右空二字).</summary>
    private const double LeastIndent = 2;

    /// <summary>The lines, kept on one page.</summary>
    /// <param name="signers">Who signs, a line each; may be none.</param>
    /// <param name="date">The date as it is written.</param>
    public static IEnumerable<Paragraph> Lines(IReadOnlyList<string> signers, string date)
    {
        ArgumentNullException.ThrowIfNull(signers);
        ArgumentNullException.ThrowIfNull(date);
        var widest = signers.Select(Width).DefaultIfEmpty(0).Max();
        var indent = Math.Max(DateIndent, LeastIndent + ((widest - Width(date)) / 2));
        foreach (var signer in signers)
        {
            var line = Line(signer, indent + ((Width(date) - Width(signer)) / 2));
            line.ParagraphProperties!.KeepNext = new();
            yield return line;
        }
        yield return Line(date, indent);
    }

    private static Paragraph Line(string text, double indent) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = LetterPage.SignStyle },
            new Indentation
            {
                Right = ((int)Math.Round(indent * LetterPage.Character)).ToString(CultureInfo.InvariantCulture),
                RightChars = (int)Math.Round(indent * 100),
                FirstLine = "0",
                FirstLineChars = 0,
            }),
        new Run(new Text(OfficeText.Storable(text)) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>Width in characters of the body; a figure takes half of one.</summary>
    private static double Width(string text) => text.Sum(letter => letter < 0x80 ? 0.5 : 1);
}
