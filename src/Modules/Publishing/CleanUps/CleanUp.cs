using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.CleanUps;

/// <summary>
/// A round in which an organ looks through every document of its own with validity that holds (清理): rules, normative documents, policy, and says of each whether it stays.
/// How often is local practice: no national rule is confirmed for it.
/// </summary>
internal sealed class CleanUp : IVersioned
{
    /// <summary>Most documents of a round.</summary>
    public const int MostLines = 2_000;

    public const int LongestTitle = 200;

    private CleanUp() { }

    public CleanUp(Guid id, OrganId organ, string title, DateOnly asOf, DateTimeOffset at) => (Id, OrganId, OpenFor, Title, AsOf, BegunAt) = (id, organ, organ, title.Trim(), asOf, at);

    public Guid Id { get; private init; }

    public OrganId OrganId { get; private init; }

    /// <summary>The organ while the round goes on, null afterwards: unique, so that an organ has one at a time whoever begins it.</summary>
    public OrganId? OpenFor { get; private set; }

    /// <summary>What the round is called.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The day whose documents in force are looked through.</summary>
    public DateOnly AsOf { get; private init; }

    public DateTimeOffset BegunAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The document that tells the result; null while the round goes on.</summary>
    public DocumentId? ResultId { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>Ends the round: what was said of each document stands in a draft from now on.</summary>
    public void Close(DocumentId result, DateTimeOffset at) => (OpenFor, ResultId, ClosedAt) = (null, result, at);

    /// <summary>Every reason against a title.</summary>
    public static IEnumerable<Refusal> AgainstTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) yield return new("publishing.clean-up-title-missing");
        else if (title.Trim().Length > LongestTitle) yield return new("publishing.title-too-long") { Values = [LongestTitle] };
    }
}
