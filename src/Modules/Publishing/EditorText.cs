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
    private const string Pictures = "/pictures/";

    /// <summary>No bound of its own: a text that is too long is refused when it is saved, and stands in the form meanwhile.</summary>
    private static readonly ImportLimits Whole = new() { Reading = new() { Columns = Table.MostColumns, TextBytes = int.MaxValue }, Blocks = int.MaxValue, Characters = int.MaxValue };

    /// <summary>What the editor begins with.</summary>
    /// <param name="document">Whose pictures they are.</param>
    /// <param name="markup">The text in its plain form.</param>
    public static string Write(DocumentId document, string? markup) => Write(document, MarkupReader.Read(markup));

    /// <summary>What the editor handed over.</summary>
    public static Body Read(string html) => WithoutCarried(HtmlBody.Read(html, HtmlOrigin.Editor, DigestAt, Whole).Text!);

    /// <summary>What was pasted from Word, WPS or another page, cleaned as an imported file is.</summary>
    /// <returns>Markup for the editor, and a sentence for each thing that did not come along.</returns>
    public static (string Html, IReadOnlyList<string> Lost) Clean(DocumentId document, string pasted)
    {
        var outcome = HtmlBody.Read(pasted, HtmlOrigin.Elsewhere, DigestAt);
        if (!outcome.IsRead) return ("", [outcome.Failure.Sentence]);
        return (Write(document, WithoutCarried(outcome.Text)), [.. outcome.Text.Doubts.Select(DoubtWords.Sentence)]);
    }

    /// <summary>Without pictures written into the markup: their files are not kept here, so nobody could see them.</summary>
    private static Body WithoutCarried(Imported read)
    {
        var carried = read.Pictures.Select(picture => picture.Digest).ToHashSet(StringComparer.Ordinal);
        return carried.Count == 0 ? read.Body : new([.. read.Body.Blocks.Where(block => block is not Picture picture || !carried.Contains(picture.File))]);
    }

    private static string Write(DocumentId document, Body body) => HtmlWriter.Write(body, picture => $"/console/documents/{document}{Pictures}{picture}");

    private static string? DigestAt(string address) =>
        address.StartsWith("/console/documents/", StringComparison.Ordinal) && address.IndexOf(Pictures, StringComparison.Ordinal) is > 0 and var at ? address[(at + Pictures.Length)..] : null;
}
