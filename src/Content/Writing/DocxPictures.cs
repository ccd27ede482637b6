using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content.Blocks;
using Gongkai.Content.Importing;
using Gongkai.Plans.Writing;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Drawn = DocumentFormat.OpenXml.Drawing.Pictures;
using Placement = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Content.Writing;

/// <summary>Puts pictures into a Word document, none wider or higher than the text block.</summary>
internal sealed class DocxPictures(MainDocumentPart main, Func<string, byte[]?> bytesOf)
{
    /// <summary>Lengths in a drawing: 914,400 make an inch, 9,525 a dot of 96 to the inch.</summary>
    private const long PerTwip = 635, PerDot = 9_525;

    private const long Widest = LetterPage.TextWidth * PerTwip, Highest = 20L * LetterPage.Line * PerTwip;

    private readonly Dictionary<string, (string Id, long Width, long Height)> _parts = new(StringComparer.Ordinal);
    private uint _last;

    /// <summary>The picture and what stands under it; its words alone where its file cannot be had.</summary>
    public IEnumerable<OpenXmlElement> Of(Picture picture)
    {
        if (Part(picture.File) is { } part) yield return Line(new Word.Run(Frame(picture, part)));
        else if (picture.Alt.Length > 0) yield return BodyDocx.Centred(Words($"〔图：{picture.Alt}〕"));
        if (picture.Caption is { } caption) yield return BodyDocx.Centred(Words(caption));
    }

    /// <summary>A line as high as what stands in it: lines of the norm are all of one height and would cut a picture off.</summary>
    private static Word.Paragraph Line(Word.Run content) => new(
        new Word.ParagraphProperties(
            new Word.SpacingBetweenLines { Line = "240", LineRule = Word.LineSpacingRuleValues.Auto },
            LetterPage.NoIndent(),
            new Word.Justification { Val = Word.JustificationValues.Center }),
        content);

    private (string Id, long Width, long Height)? Part(string digest)
    {
        if (_parts.TryGetValue(digest, out var known)) return known;
        if (bytesOf(digest) is not { } bytes || PictureShelf.ContentType(bytes) is not { } type) return null;
        var image = main.AddImagePart(type == "image/png" ? ImagePartType.Png : ImagePartType.Jpeg);
        using (var stream = new MemoryStream(bytes, writable: false)) image.FeedData(stream);
        var (width, height) = PictureSize.Of(bytes) is { } dots ? (dots.Width * PerDot, dots.Height * PerDot) : (Widest, Widest / 2);
        var scale = Math.Min(1, Math.Min((double)Widest / width, (double)Highest / height));
        return _parts[digest] = (main.GetIdOfPart(image), Math.Max(1, (long)(width * scale)), Math.Max(1, (long)(height * scale)));
    }

    private Word.Drawing Frame(Picture picture, (string Id, long Width, long Height) part)
    {
        var number = ++_last;
        return new(new Placement.Inline(
            new Placement.Extent { Cx = part.Width, Cy = part.Height },
            new Placement.DocProperties { Id = number, Name = $"图{number}", Description = OfficeText.Storable(picture.Alt) },
            new Drawing.Graphic(new Drawing.GraphicData(new Drawn.Picture(
                new Drawn.NonVisualPictureProperties(new Drawn.NonVisualDrawingProperties { Id = number, Name = $"图{number}" }, new Drawn.NonVisualPictureDrawingProperties()),
                new Drawn.BlipFill(new Drawing.Blip { Embed = part.Id }, new Drawing.Stretch(new Drawing.FillRectangle())),
                new Drawn.ShapeProperties(
                    new Drawing.Transform2D(new Drawing.Offset { X = 0, Y = 0 }, new Drawing.Extents { Cx = part.Width, Cy = part.Height }),
                    new Drawing.PresetGeometry(new Drawing.AdjustValueList()) { Preset = Drawing.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }

    private static Word.Run Words(string text) => new(new Word.Text(OfficeText.Storable(text)) { Space = SpaceProcessingModeValues.Preserve });
}
