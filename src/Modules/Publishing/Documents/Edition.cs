using System.Text.Json;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Library;

namespace Gongkai.Publishing.Documents;

/// <summary>What a document says at a time. Once it is public nothing in it is changed: a new edition takes its place.</summary>
internal sealed class Edition : IVersioned
{
    private Edition() { }

    public Edition(EditionId id, DocumentId document, int number, ChangeKind change, string changeNote, DateTimeOffset at) =>
        (Id, DocumentId, Number, Change, ChangeNote, BegunAt) = (id, document, number, change, changeNote, at);

    public EditionId Id { get; private init; }

    public DocumentId DocumentId { get; private init; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private init; }

    public EditionState State { get; private set; }

    public ChangeKind Change { get; private init; }

    /// <summary>What changed, in words for the public; empty for the first.</summary>
    public string ChangeNote { get; private init; } = "";

    public DateTimeOffset BegunAt { get; private init; }

    public string Title { get; private set; } = "";

    public string DocumentNumber { get; private set; } = "";

    /// <summary>Year in the document number, by which a series is found; null where it bears none.</summary>
    public int? NumberYear { get; private set; }

    public string Issuer { get; private set; } = "";

    public DateOnly? WrittenOn { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public string Topic { get; private set; } = "";

    public string Genre { get; private set; } = "";

    public string Keywords { get; private set; } = "";

    public string Source { get; private set; } = "";

    /// <summary>What only its type has, as JSON.</summary>
    public string Extra { get; private set; } = "{}";

    /// <summary>What it does to other documents, a line each.</summary>
    public string Effects { get; private set; } = "";

    /// <summary>Digest of everything that it says (<see cref="EditionDigest"/>); reviews name it.</summary>
    [Unrecorded]
    public string Digest { get; private set; } = "";

    /// <summary>Accounts that wrote in it, one a line: none of them reviews or signs it.</summary>
    [Unrecorded]
    public string Hands { get; private set; } = "";

    /// <summary>How often it was judged: of two who judge at the same moment one is told to look again.</summary>
    [Unrecorded]
    public int Judgements { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Hour at which it is to be published; null where none is set.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>Why it was not published at its hour; null where it was.</summary>
    public string? ScheduleProblem { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Instant up to which an emergency release must have been reviewed; null where it was no emergency.</summary>
    public DateTimeOffset? ReviewAfterwardsBy { get; private set; }

    /// <summary>When that was done.</summary>
    public DateTimeOffset? ReviewedAfterwardsAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>What stands above its text.</summary>
    public DocumentHead Head => new(Title)
    {
        Number = DocumentNumber,
        Issuer = Issuer,
        WrittenOn = WrittenOn,
        EffectiveOn = EffectiveOn,
        ExpiresOn = ExpiresOn,
        Topic = Topic,
        Genre = Genre,
        Keywords = Keywords,
        Source = Source,
        Effects = EffectLine.Read(Effects, out _),
        Extra = JsonSerializer.Deserialize<SortedDictionary<string, string>>(Extra)!,
    };

    /// <summary>Accounts that wrote in it.</summary>
    public IReadOnlyCollection<Guid> Authors => [.. Hands.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>True where it may still be written in.</summary>
    public bool IsOpen => State is EditionState.Draft or EditionState.Returned;

    /// <summary>Every reason against writing in it.</summary>
    public IEnumerable<Refusal> AgainstWriting()
    {
        if (!IsOpen) yield return new("publishing.not-open");
    }

    /// <summary>Writes its head.</summary>
    public void Write(DocumentHead head)
    {
        (Title, DocumentNumber, Issuer, WrittenOn, EffectiveOn, ExpiresOn) = (head.Title, head.Number, head.Issuer, head.WrittenOn, head.EffectiveOn, head.ExpiresOn);
        (Topic, Genre, Keywords, Source, Extra) = (head.Topic, head.Genre, head.Keywords, head.Source, JsonSerializer.Serialize(head.Extra));
        Effects = string.Join('\n', head.Effects);
        NumberYear = Law.Wording.DocumentNumber.TryParse(head.Number, out var number) ? number.Year : null;
    }

    /// <summary>Notes what it says now and who wrote so.</summary>
    /// <param name="digest">Digest of everything that it says.</param>
    /// <param name="hand">Who wrote; null for the system.</param>
    public void Seal(string digest, Guid? hand)
    {
        Digest = digest;
        if (hand is { } account && !Authors.Contains(account)) Hands += account + "\n";
    }

    /// <summary>Hands it in.</summary>
    public void Submit(Guid? by, DateTimeOffset at) => (State, SubmittedBy, SubmittedAt) = (EditionState.InReview, by, at);

    /// <summary>Sends it back to be written on, or takes it back.</summary>
    public void Return(bool withRemark) => (State, PublishAt) = (withRemark ? EditionState.Returned : EditionState.Draft, null);

    /// <summary>Somebody judged it.</summary>
    public void Judged() => Judgements++;

    /// <summary>Reviewed and signed.</summary>
    public void Approve() => State = EditionState.Approved;

    /// <summary>Waits for an hour.</summary>
    public void Schedule(DateTimeOffset at) => (State, PublishAt, ScheduleProblem) = (EditionState.Scheduled, at, null);

    /// <summary>Waits no more; it stays signed.</summary>
    /// <param name="problem">Why it could not be published; null where somebody called it off.</param>
    public void Unschedule(string? problem) => (State, PublishAt, ScheduleProblem) = (EditionState.Approved, null, problem);

    /// <summary>Becomes what everybody reads.</summary>
    public void Publish(DateTimeOffset at) => (State, PublishedAt, ScheduleProblem) = (EditionState.Published, at, null);

    /// <summary>Must be reviewed although it is public.</summary>
    public void OweReview(DateTimeOffset by) => ReviewAfterwardsBy = by;

    /// <summary>Was reviewed after all.</summary>
    public void ReviewedAfterwards(DateTimeOffset at) => ReviewedAfterwardsAt ??= at;

    /// <summary>Gives its place to a later one.</summary>
    public void Supersede() => State = EditionState.Superseded;

    /// <summary>Is given up.</summary>
    public void Discard() => State = EditionState.Discarded;
}
