using Gongkai.Content.Blocks;
using Gongkai.Content.Importing;
using Gongkai.Content.Proposals;
using Gongkai.Content.Writing;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Types;

namespace Gongkai.Publishing.Importing;

/// <summary>Makes a draft of a file: its text as blocks, and of its head what the text says of itself. The person sets both right.</summary>
internal static class DraftImport
{
    /// <summary>Words of the text shown with a proposal.</summary>
    private const int LongestWords = 80;

    /// <summary>Blocks at the beginning among which a title is looked for: letterhead, number and the title's own lines.</summary>
    private const int FrontBlocks = 8;

    /// <summary>A draft that has nothing but a title.</summary>
    public static Outcome<ImportedDraft> FromTitle(string? title, string? type, OrganCard organ) =>
        string.IsNullOrWhiteSpace(title) ? Outcome.Refused("publishing.title-or-file-missing") : new ImportedDraft(new(Begun(title, organ).Tidy(TypeOf(type)), Body.Empty), [], [], []);

    /// <summary>A draft of what a file says.</summary>
    /// <param name="name">Name of the file, clean.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="title">Title that the person gave; blank to take the text's own.</param>
    /// <param name="type">Key of the type.</param>
    /// <param name="organ">Who publishes it.</param>
    public static Outcome<ImportedDraft> FromFile(string name, Stream content, string? title, string? type, OrganCard organ)
    {
        var outcome = DocumentImport.Read(name, content);
        if (!outcome.IsRead) return Outcome.Refused("publishing.file-unreadable", outcome.Failure.Sentence);
        var read = outcome.Text;
        var plain = PlainText.Of(read.Body);
        var proposals = HeadProposals.Of(read.Body, plain);
        var own = proposals.FirstOrDefault(proposal => proposal.Kind == ProposalKind.Title);
        var head = ProposedHead.Enter(Begun(Title(title, own, name), organ), proposals.Where(proposal => proposal.IsSure)).Tidy(TypeOf(type));
        return new ImportedDraft(
            new(head, WithoutFront(read.Body, plain, own)),
            [.. read.Pictures.Select((picture, at) => new NewPicture($"{at + 1}.{(picture.ContentType == "image/png" ? "png" : "jpg")}", picture.Bytes))],
            [.. proposals.Select(proposal => new ReadProposal(proposal.Kind, proposal.Value, proposal.Day, Words(plain.Text, proposal.Span), proposal.IsSure))],
            [.. read.Doubts.Select(DoubtWords.Sentence)]);
    }

    private static DocumentType TypeOf(string? type) => DocumentTypes.Find(type) ?? DocumentTypes.All[0];

    /// <summary>A new head: the organ is its own issuer and source.</summary>
    private static DocumentHead Begun(string title, OrganCard organ) => new(title) { Issuer = organ.Name, Source = organ.Name };

    private static string Title(string? given, Proposal? own, string name)
    {
        var title = !string.IsNullOrWhiteSpace(given) ? given.Trim() : own?.Value ?? Path.GetFileNameWithoutExtension(name);
        return title.Length > DocumentHead.LongestTitle ? title[..DocumentHead.LongestTitle] : title;
    }

    /// <summary>The text without letterhead, number and title: the page shows them above it.</summary>
    private static Body WithoutFront(Body body, PlainText plain, Proposal? title)
    {
        if (title is null || body.IsEmpty) return body;
        var last = plain.BlockAt(Math.Max(title.Span.Start, title.Span.End - 1));
        if (last >= FrontBlocks || body.Blocks.Take(last + 1).Any(block => block is Table or Picture)) return body;
        var next = last + 1;
        if (next < body.Blocks.Count && body.Blocks[next] is Content.Blocks.Paragraph number && Law.Wording.DocumentNumber.TryParse(PlainText.Of(number.Runs), out _)) next++; // it may stand below the title
        return new([.. body.Blocks.Skip(next)]);
    }

    private static string Words(string text, TextSpan span)
    {
        var words = text.Substring(span.Start, Math.Min(span.Length, LongestWords)).ReplaceLineEndings(" ");
        return span.Length > LongestWords ? words + "…" : words;
    }
}
