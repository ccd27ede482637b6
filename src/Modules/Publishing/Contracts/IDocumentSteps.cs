using Gongkai.Organs.Contracts;

namespace Gongkai.Publishing.Contracts;

/// <summary>What a document says, in plain form: for those who set a site up.</summary>
/// <param name="Type">Key of a type.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text, a line a paragraph.</param>
public sealed record DocumentWords(string Type, string Title, string Text)
{
    public string Number { get; init; } = "";

    public string Issuer { get; init; } = "";

    public DateOnly? WrittenOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public string Topic { get; init; } = "";

    public string Genre { get; init; } = "";

    public string Keywords { get; init; } = "";

    public string Source { get; init; } = "";

    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>What it does to other documents, a line each: 废止 云民规〔2019〕3号.</summary>
    public string Effects { get; init; } = "";

    /// <summary>Second name of an item of the organ's catalogue; empty for none.</summary>
    public string Item { get; init; } = "";

    /// <summary>The document that it explains.</summary>
    public DocumentId? Explains { get; init; }

    /// <summary><c>active</c>, <c>on-request</c> or <c>withheld</c>.</summary>
    public string Attribute { get; init; } = "active";

    /// <summary>Ground on which it is kept back, such as <c>internal-affairs</c>; empty for none.</summary>
    public string Ground { get; init; } = "";

    /// <summary>Why it is not for everybody.</summary>
    public string Reason { get; init; } = "";

    public DateOnly? ReassessOn { get; init; }
}

/// <summary>The steps of a document's life as people take them, each by the act that the console calls: for those who set a site up.</summary>
public interface IDocumentSteps
{
    Task<Outcome<DocumentId>> Draft(OrganId organ, DocumentWords words, CancellationToken stop);

    Task<Outcome> Submit(DocumentId id, CancellationToken stop);

    /// <summary>Reviews what it says.</summary>
    /// <param name="id">The document.</param>
    /// <param name="remark">Why it is sent back; null to let it pass.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    Task<Outcome> Review(DocumentId id, string? remark, CancellationToken stop);

    /// <inheritdoc cref="Review"/>
    Task<Outcome> ReviewSecrecy(DocumentId id, string? remark, CancellationToken stop);

    Task<Outcome> Sign(DocumentId id, CancellationToken stop);

    /// <param name="id">The document.</param>
    /// <param name="promised">Day by which an interpretation is promised; null for none.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    Task<Outcome> Publish(DocumentId id, DateOnly? promised, CancellationToken stop);

    Task<Outcome> Schedule(DocumentId id, DateTimeOffset at, CancellationToken stop);

    Task<Outcome> PublishInEmergency(DocumentId id, string reason, CancellationToken stop);

    /// <summary>Begins a new edition and writes it.</summary>
    Task<Outcome> Revise(DocumentId id, DocumentWords words, string note, bool major, CancellationToken stop);

    Task<Outcome> Withdraw(DocumentId id, string reason, CancellationToken stop);

    /// <summary>Lets another document, which is public, take its place.</summary>
    Task<Outcome> Merge(DocumentId id, DocumentId into, string reason, CancellationToken stop);

    /// <summary>True where the type asks for a review of what it says, beside the one for secrecy.</summary>
    bool NeedsReview(string type);

    /// <summary>Begins a round of cleaning up (清理) and says which documents stay.</summary>
    /// <param name="organ">Whose documents.</param>
    /// <param name="title">What the round is called.</param>
    /// <param name="kept">Numbers of documents that stay; of the others nothing is said yet.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    Task<Outcome> CleanUp(OrganId organ, string title, IReadOnlyCollection<string> kept, CancellationToken stop);
}
