using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Documents;

/// <summary>What a check found and a person let stand, with the reason: a phone that belongs to an office, a name that must be published.</summary>
internal sealed class KeptFinding
{
    private KeptFinding() { }

    public KeptFinding(Guid id, EditionId edition, string mark, string code, string reason, string person, DateTimeOffset at) =>
        (Id, EditionId, Mark, Code, Reason, Person, At) = (id, edition, mark, code, reason.Trim(), person, at);

    public Guid Id { get; private init; }

    public EditionId EditionId { get; private init; }

    /// <summary>Digest of what was found and where, so that the same thing is known again and nothing personal is kept.</summary>
    public string Mark { get; private init; } = "";

    public string Code { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public string Person { get; private init; } = "";

    public DateTimeOffset At { get; private init; }
}
