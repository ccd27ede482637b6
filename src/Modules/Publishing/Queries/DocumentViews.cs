using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Publishing.Types;

namespace Gongkai.Publishing.Queries;

/// <summary>A document in a list of the console.</summary>
/// <param name="Id">The document.</param>
/// <param name="Title">Title of the edition that the list is about.</param>
/// <param name="Type">Name of its type.</param>
/// <param name="Organ">Name of who publishes it.</param>
/// <param name="State">Where that edition stands.</param>
/// <param name="At">When that came about.</param>
/// <param name="Note">What must be known of it: the hour set, a day promised; null for nothing.</param>
internal sealed record DocumentLine(DocumentId Id, string Title, string Type, string Organ, EditionState State, DateTimeOffset At, string? Note = null);

/// <summary>A stretch of a list.</summary>
/// <param name="Lines">Documents.</param>
/// <param name="HasMore">True where more follow.</param>
internal sealed record DocumentLines(IReadOnlyList<DocumentLine> Lines, bool HasMore);

/// <summary>One document with all that the console shows of it.</summary>
internal sealed record DocumentView
{
    public required Document Document { get; init; }

    public required DocumentType Type { get; init; }

    public required OrganCard Organ { get; init; }

    /// <summary>The edition shown: the open one where there is one, else the public one, else the latest.</summary>
    public required Edition Edition { get; init; }

    public required EditionText Text { get; init; }

    public required IReadOnlyList<Attachment> Files { get; init; }

    public required IReadOnlyList<Review> Reviews { get; init; }

    /// <summary>All its editions, the newest first.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }

    /// <summary>What checks found; null where they were not asked for, and for an edition that nobody can change any more.</summary>
    public CheckReport? Checks { get; init; }

    /// <summary>What is still to be judged.</summary>
    public IReadOnlyList<ReviewKind> Open { get; init; } = [];

    /// <summary>The item of the catalogue; null for none.</summary>
    public string? Item { get; init; }

    /// <summary>The document that it explains; null for none.</summary>
    public LinkedDocument? Explains { get; init; }

    /// <summary>Documents that explain it.</summary>
    public required IReadOnlyList<LinkedDocument> ExplainedBy { get; init; }

    /// <summary>What closed rounds of cleaning up said of it, the newest first.</summary>
    public IReadOnlyList<(CleanUp Round, CleanUpLine Line)> CleanUps { get; init; } = [];

    public required IReadOnlyList<TimelineEntry> Past { get; init; }

    public bool IsOpenEdition => Document.OpenEditionId == Edition.Id;

    public IEnumerable<Attachment> Attachments => Files.Where(file => !file.IsPicture);
}

/// <summary>A document that another names.</summary>
/// <param name="Id">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Type">Name of its type.</param>
/// <param name="Address">Address part of its page; null while it has none.</param>
/// <param name="IsPublic">True where everybody can read it.</param>
internal sealed record LinkedDocument(DocumentId Id, string Title, string Type, string? Address, bool IsPublic);
