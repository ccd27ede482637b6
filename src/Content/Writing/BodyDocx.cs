using DocumentFormat.OpenXml;
using Gongkai.Content.Blocks;
using Gongkai.Content.Proposals;
using Gongkai.Law.Wording;
using Gongkai.Plans.Writing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Content.Writing;

/// <summary>Writes a text as DOCX for WPS and Word, in the manner of GB/T 9704-2012 (党政机关公文格式).</summary>
public static class BodyDocx
{
    /// <summary>Writes a document.</summary>
    /// <param name="title">Its title, on one line; null where the text bears it itself. It stands above the text.</param>
    /// <param name="body">The text.</param>
    /// <param name="pictureBytes">Bytes of a picture (PNG or JPEG) by its digest; null where it cannot be had, then its words stand in its place.</param>
    /// <param name="output">Takes the document; left open.</param>
    public static void Write(string? title, Body body, Func<string, byte[]?> pictureBytes, Stream output)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(pictureBytes);
        LetterDocument.Write(title ?? "", output, (main, word) =>
        {
            if (title is { Length: > 0 }) word.Append(Styled(LetterPage.TitleStyle, new Word.Run(new Word.Text(OfficeText.Storable(title)))));
            var (runs, lists, pictures) = (new DocxWords(main), new DocxLists(main), new DocxPictures(main, pictureBytes));
            var normal = body.Normalised();
            var address = AddressAt(normal);
            for (var i = 0; i < normal.Blocks.Count; i++)
            {
                if (Signature(normal.Blocks, i) is { Count: > 0 } signature)
                {
                    word.Append(LetterSign.Lines(signature[..^1], signature[^1]));
                    i += signature.Count - 1;
                }
                else if (i == address) word.Append(new Word.Paragraph([new Word.ParagraphProperties(LetterPage.NoIndent()), .. runs.Of(((Paragraph)normal.Blocks[i]).Runs)]));
                else word.Append(Of(normal.Blocks[i], runs, lists, pictures));
            }
        });
    }

    /// <summary>Number of the block that names the addressees (主送机关), which begin at the edge; below 0 for none.</summary>
    private static int AddressAt(Body body)
    {
        var plain = PlainText.Of(body);
        return HeadProposals.Of(body, plain).FirstOrDefault(proposal => proposal.Kind == ProposalKind.Addressees) is { } address && body.Blocks[plain.BlockAt(address.Span.Start)] is Paragraph ? plain.BlockAt(address.Span.Start) : -1;
    }

    /// <summary>Lines at the end of the line, the last of them a day: who signs, and when. None where something else stands there.</summary>
    private static List<string> Signature(IReadOnlyList<Block> blocks, int from)
    {
        var lines = new List<string>();
        for (var i = from; i < blocks.Count && blocks[i] is Paragraph { Side: Side.End, Runs: [{ Style: RunStyle.Plain, Link: null, Text: { Length: <= 40 } text }] }; i++)
        {
            lines.Add(text);
            if (ChineseDates.TryParse(text, null, out _)) return lines;
        }
        return [];
    }

    private static IEnumerable<OpenXmlElement> Of(Block block, DocxWords runs, DocxLists lists, DocxPictures pictures) => block switch
    {
        Heading heading => [Styled(LetterPage.HeadingStyles[heading.Level - 1], [.. runs.Of(heading.Runs)])],
        Paragraph { Side: Side.End } paragraph => [Styled(LetterPage.SignStyle, [.. runs.Of(paragraph.Runs)])],
        Paragraph { Side: Side.Centre } paragraph => [Centred([.. runs.Of(paragraph.Runs)])],
        Paragraph paragraph => [new Word.Paragraph(runs.Of(paragraph.Runs))],
        ItemList list => Items(list, runs, lists),
        Table table => [DocxGrid.Of(table), new Word.Paragraph(new Word.ParagraphProperties(new Word.ParagraphStyleId { Val = LetterPage.CellStyle }))], // two tables in a row would grow together
        Picture picture => pictures.Of(picture),
        _ => [],
    };

    private static IEnumerable<OpenXmlElement> Items(ItemList list, DocxWords runs, DocxLists lists)
    {
        var numbering = lists.Begin(list.Ordered);
        foreach (var item in list.Items)
        {
            yield return new Word.Paragraph([
                new Word.ParagraphProperties(new Word.NumberingProperties(new Word.NumberingLevelReference { Val = 0 }, new Word.NumberingId { Val = numbering })),
                .. runs.Of(item)]);
        }
    }

    /// <summary>A centred paragraph. Takes an array, because an element is also the list of what stands in it.</summary>
    internal static Word.Paragraph Centred(params OpenXmlElement[] content) =>
        new([new Word.ParagraphProperties(LetterPage.NoIndent(), new Word.Justification { Val = Word.JustificationValues.Center }), .. content]);

    private static Word.Paragraph Styled(string style, params OpenXmlElement[] content) =>
        new([new Word.ParagraphProperties(new Word.ParagraphStyleId { Val = style }), .. content]);
}
