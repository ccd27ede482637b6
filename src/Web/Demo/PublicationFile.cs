using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Web.Demo;

/// <summary>What the offices of the invented city published, in order of days.</summary>
/// <param name="Documents">One entry a document.</param>
/// <param name="CleanUps">Rounds of cleaning up that go on.</param>
internal sealed record PublicationFile(IReadOnlyList<PublicationEntry> Documents, IReadOnlyList<CleanUpEntry> CleanUps)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static PublicationFile Read(string json) => JsonSerializer.Deserialize<PublicationFile>(json, Form)!;
}

/// <summary>One document and how far it came.</summary>
/// <param name="Name">Name of the entry in this file.</param>
/// <param name="Organ">Key of the organ.</param>
/// <param name="On">Day on which it was written and, where it came so far, published.</param>
/// <param name="Words">What it says; <see cref="DocumentWords.Explains"/> stays empty, the file names entries instead.</param>
internal sealed record PublicationEntry(string Name, string Organ, DateOnly On, DocumentWords Words)
{
    /// <summary>Name of the entry that it explains.</summary>
    public string? Explains { get; init; }

    /// <summary>True where it becomes public together with what it explains.</summary>
    public bool InStep { get; init; }

    /// <summary>Day by which an interpretation is promised; null for none.</summary>
    public DateOnly? PromiseBy { get; init; }

    /// <summary>How far it came: <c>published</c>, or <c>draft</c>, <c>in-review</c>, <c>reviewed</c>, <c>returned</c>, <c>approved</c>, <c>scheduled</c>, <c>withdrawn</c>, <c>merged</c>, <c>emergency</c>.</summary>
    public string End { get; init; } = "published";

    /// <summary>Day of the withdrawal or merger.</summary>
    public DateOnly? EndOn { get; init; }

    /// <summary>Why it was returned, withdrawn or merged, or could not wait.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Name of the entry that took its place.</summary>
    public string? Into { get; init; }

    /// <summary>Local hour for which it is scheduled.</summary>
    public DateTime? At { get; init; }

    public RevisionEntry? Revision { get; init; }
}

/// <summary>A round of cleaning up (清理).</summary>
/// <param name="Organ">Key of the organ.</param>
/// <param name="On">Day on which it began.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kept">Numbers of documents that stay.</param>
internal sealed record CleanUpEntry(string Organ, DateOnly On, string Title, IReadOnlyList<string> Kept);

/// <summary>A later edition of a document.</summary>
internal sealed record RevisionEntry(DateOnly On, string Note, bool Major, string Text)
{
    /// <summary>How far it came: <c>published</c>, or <c>draft</c> where it is still being written.</summary>
    public string End { get; init; } = "published";
}
