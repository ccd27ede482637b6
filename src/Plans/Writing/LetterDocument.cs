using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Writing;

/// <summary>Makes a DOCX with the page, the type and the page numbers of an official document (GB/T 9704-2012, 党政机关公文格式).</summary>
public static class LetterDocument
{
    /// <summary>Writes a document.</summary>
    /// <param name="title">What the file says that it is called, on one line.</param>
    /// <param name="output">Takes the document; left open.</param>
    /// <param name="fill">Puts the paragraphs and tables into the body; the page comes behind them.</param>
    public static void Write(string title, Stream output, Action<MainDocumentPart, Body> fill)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(fill);

        // A package needs to go back and forth in its stream, which the caller's may not allow.
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = OfficeText.Storable(title);
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = LetterPage.Styles();
            main.AddNewPart<FontTablePart>().Fonts = LetterPage.Fonts();
            main.AddNewPart<DocumentSettingsPart>().Settings = LetterPage.Settings();
            var odd = main.AddNewPart<FooterPart>();
            odd.Footer = LetterPage.Footer(odd: true);
            var even = main.AddNewPart<FooterPart>();
            even.Footer = LetterPage.Footer(odd: false);
            var body = new Body();
            fill(main, body);
            body.Append(LetterPage.Section(main.GetIdOfPart(odd), main.GetIdOfPart(even)));
            main.Document = new(body);
        }
        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
