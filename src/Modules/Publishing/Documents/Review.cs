using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Documents;

/// <summary>What somebody looked at an edition for.</summary>
internal enum ReviewKind
{
    /// <summary>Whether it is right (内容审核).</summary>
    Content,

    /// <summary>Whether it may be known (保密审查).</summary>
    Secrecy,

    /// <summary>The decision to release it (签发).</summary>
    Signature,
}

/// <summary>One review of one exact text: who, when, on what basis, with what conclusion. Never changed.</summary>
internal sealed class Review
{
    private Review() { }

    public Review(Guid id, Edition edition, ReviewKind kind, Judgement judgement, Guid? account, string person, DateTimeOffset at, bool afterwards)
    {
        (Id, EditionId, Kind, Digest, AccountId, Person, At, IsAfterwards) = (id, edition.Id, kind, edition.Digest, account, person, at, afterwards);
        (Passed, Basis, Conclusion) = (judgement.Passed, judgement.Basis.Trim(), judgement.Conclusion.Trim());
        (List, Applying) = (judgement.ListSeen, string.Join('\n', judgement.Applying));
    }

    public Guid Id { get; private init; }

    public EditionId EditionId { get; private init; }

    public ReviewKind Kind { get; private init; }

    public bool Passed { get; private init; }

    /// <summary>What it was judged by: a rule, a list; empty where none was asked for.</summary>
    public string Basis { get; private init; } = "";

    /// <summary>What was found.</summary>
    public string Conclusion { get; private init; } = "";

    /// <summary>Mark of the negative list (负面清单) that was gone through; empty where none was.</summary>
    public string List { get; private init; } = "";

    /// <summary>Lines of it that apply, one below the other; empty for none.</summary>
    public string Applying { get; private init; } = "";

    /// <summary>Digest of the exact text that was looked at.</summary>
    public string Digest { get; private init; } = "";

    public Guid? AccountId { get; private init; }

    /// <summary>Name of the person at the time.</summary>
    public string Person { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>True where it came after an emergency release.</summary>
    public bool IsAfterwards { get; private init; }

    /// <summary>True where it lets this very text pass.</summary>
    public bool Covers(Edition edition) => Passed && EditionId == edition.Id && Digest == edition.Digest;
}

/// <summary>What a reviewer says.</summary>
/// <param name="Passed">True to let it pass, false to send it back.</param>
/// <param name="Conclusion">What was found; needed where it is sent back, and always for the secrecy review.</param>
/// <param name="Basis">What it was judged by; needed for the secrecy review.</param>
internal sealed record Judgement(bool Passed, string Conclusion = "", string Basis = "")
{
    /// <summary>Mark of the negative list that was gone through line by line; empty where none was.</summary>
    public string ListSeen { get; init; } = "";

    /// <summary>Lines of the negative list that apply.</summary>
    public IReadOnlyList<string> Applying { get; init; } = [];

    private const int Shortest = 2;

    private const int Longest = 1_000;

    /// <summary>Every reason against judging so.</summary>
    public IEnumerable<Refusal> Against(ReviewKind kind)
    {
        if ((!Passed || kind == ReviewKind.Secrecy) && Conclusion.Trim().Length < Shortest) yield return new(Passed ? "publishing.conclusion-missing" : "publishing.remark-missing");
        if (Passed && kind == ReviewKind.Secrecy && Basis.Trim().Length < Shortest) yield return new("publishing.basis-missing", "711/17.2");
        if (Conclusion.Length > Longest || Basis.Length > Longest) yield return new("publishing.remark-too-long") { Values = [Longest] };
    }
}
