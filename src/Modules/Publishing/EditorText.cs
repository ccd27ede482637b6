using Gongkai.Content.Blocks;
using Gongkai.Content.Importing;
using Gongkai.Content.Markup;
using Gongkai.Content.Writing;
using Gongkai.Plans;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing;

/// <summary>The text of a draft on its way to the editor of the console and back. What the browser sends is markup from outside: it is read, never stored.</summary>
internal static class EditorText
{
    /// <summary>No bound of its own: a text that is too long is refused when it is saved, and stands in the form meanwhile.</summary>
    private static readonly ImportLimits Whole = new() { Reading = new() { Columns = Table.MostColumns, TextBytes = int.MaxValue }, Blocks = int.MaxValue, Characters = int.MaxValue };

    /// <summary>Where the pictures of a draft lie.</summary>
    public static string PicturesOf(DocumentId document) => $"/console/documents/{document}/pictures/";

    /// <summary>What the editor begins with.</summary>
    /// <param name="document">Whose pictures they are.</param>
    /// <param name="markup">The text in its plain form.</param>
    public static string Write(DocumentId document, string? markup) => Write(document, MarkupReader.Read(markup));

    /// <summary>What the editor of a document handed over.</summary>
    public static Body Read(DocumentId document, string html) => WithoutCarried(HtmlBody.Read(html, HtmlOrigin.Editor, address => DigestAt(document, address), Whole).Text!);

    /// <summary>What was pasted from Word, WPS or another page, cleaned as an imported file is.</summary>
    /// <returns>Markup for the editor, and a sentence for each thing that did not come along.</returns>
    public static (string Html, IReadOnlyList<string> Lost) Clean(DocumentId document, string pasted)
    {
        var outcome = HtmlBody.Read(pasted, HtmlOrigin.Elsewhere, address => DigestAt(document, address));
        if (!outcome.IsRead) return ("", [outcome.Failure.Sentence]);
        return (Write(document, WithoutCarried(outcome.Text)), [.. outcome.Text.Doubts.Select(DoubtWords.Sentence)]);
    }

    /// <summary>Without pictures written into the markup: their files are not kept here, so nobody could see them.</summary>
    private static Body WithoutCarried(Imported read)
    {
        var carried = read.Pictures.Select(picture => picture.Digest).ToHashSet(StringComparer.Ordinal);
        return carried.Count == 0 ? read.Body : new([.. read.Body.Blocks.Where(block => block is not Picture picture || !carried.Contains(picture.File))]);
    }

    private static string Write(DocumentId document, Body body) => HtmlWriter.Write(body, picture => PicturesOf(document) + picture);

    /// <summary>Pictures of this document alone: those of another are not attached here.</summary>
    private static string? DigestAt(DocumentId document, string address) =>
        address.StartsWith(PicturesOf(document), StringComparison.Ordinal) ? address[PicturesOf(document).Length..] : null;
}
