using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Numbers;

namespace Gongkai.Publishing.CleanUps;

/// <summary>What is said of a document in a round (清理结论).</summary>
internal enum CleanUpFinding
{
    /// <summary>Nobody has said anything yet (待定).</summary>
    Open,

    /// <summary>继续有效.</summary>
    Keep,

    /// <summary>It is to be amended (拟修改); until that is published it holds as it is.</summary>
    Amend,

    /// <summary>废止, when the result is published.</summary>
    Repeal,

    /// <summary>宣布失效, when the result is published.</summary>
    DeclareVoid,
}

/// <summary>One document of a round, as it was called when the round began.</summary>
internal sealed class CleanUpLine : IVersioned
{
    private const int ShortestNote = 2;

    private const int LongestNote = 300;

    private CleanUpLine() { }

    public CleanUpLine(Guid id, CleanUp round, DocumentId document, string number, string title) => (Id, CleanUpId, DocumentId, Number, Title) = (id, round.Id, document, number, title);

    public Guid Id { get; private init; }

    public Guid CleanUpId { get; private init; }

    public DocumentId DocumentId { get; private init; }

    /// <summary>Its number; empty for none.</summary>
    public string Number { get; private init; } = "";

    public string Title { get; private init; } = "";

    public CleanUpFinding Finding { get; private set; }

    /// <summary>Why; needed for whatever does not stay as it is.</summary>
    public string Note { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>True where just this is said already.</summary>
    public bool Says(CleanUpFinding finding, string? note) => Finding == finding && Note == (note?.Trim() ?? "");

    /// <summary>Says it.</summary>
    public void Say(CleanUpFinding finding, string? note) => (Finding, Note) = (finding, note?.Trim() ?? "");

    /// <summary>Every reason against saying it.</summary>
    public IEnumerable<Refusal> Against(CleanUpFinding finding, string? note)
    {
        var length = note?.Trim().Length ?? 0;
        if (!Enum.IsDefined(finding)) yield return new("publishing.clean-up-finding") { Values = [Title] };
        if (finding is CleanUpFinding.Amend or CleanUpFinding.Repeal or CleanUpFinding.DeclareVoid && length < ShortestNote) yield return new("publishing.clean-up-note-missing") { Values = [Title] };
        if (length > LongestNote) yield return new("publishing.clean-up-note-too-long") { Values = [Title, LongestNote] };
        if (finding is CleanUpFinding.Repeal or CleanUpFinding.DeclareVoid && NumberText.Standard(Number) != Number) yield return new("publishing.clean-up-no-number") { Values = [Title] };
    }
}
