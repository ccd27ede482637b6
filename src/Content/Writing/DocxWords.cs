using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content.Blocks;
using Gongkai.Plans.Writing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Content.Writing;

/// <summary>Writes runs into a Word document, links included.</summary>
internal sealed class DocxWords(MainDocumentPart main)
{
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    /// <summary>The words, as runs and links.</summary>
    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Run> runs) => runs.Select(Of);

    private OpenXmlElement Of(Run run)
    {
        var words = new Word.Run(new Word.Text(OfficeText.Storable(run.Text)) { Space = SpaceProcessingModeValues.Preserve });
        if (run.Style != RunStyle.Plain) words.PrependChild(Style(run.Style));
        // A place of our site leads nowhere outside it.
        return run.Link is { } link && link[0] != '/' && Uri.TryCreate(link, UriKind.Absolute, out var address) ? new Word.Hyperlink(words) { Id = Relationship(link, address) } : words;
    }

    private string Relationship(string link, Uri address)
    {
        if (!_links.TryGetValue(link, out var id)) _links.Add(link, id = main.AddHyperlinkRelationship(address, isExternal: true).Id);
        return id;
    }

    private static Word.RunProperties Style(RunStyle style)
    {
        var properties = new Word.RunProperties();
        if (style.HasFlag(RunStyle.Strong)) properties.Append(new Word.Bold());
        if (style.HasFlag(RunStyle.Superscript)) properties.Append(new Word.VerticalTextAlignment { Val = Word.VerticalPositionValues.Superscript });
        else if (style.HasFlag(RunStyle.Subscript)) properties.Append(new Word.VerticalTextAlignment { Val = Word.VerticalPositionValues.Subscript });
        return properties;
    }
}
