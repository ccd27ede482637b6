using System.Text.Json;
using Gongkai.Content.Blocks;
using Gongkai.Platform.Audit;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Documents;

/// <summary>The text of an edition, apart from its head so that no list ever loads it.</summary>
internal sealed class EditionText
{
    private EditionText() { }

    public EditionText(EditionId edition, Body body) => (EditionId, Blocks) = (edition, body.ToJson());

    public EditionId EditionId { get; private init; }

    /// <summary>The blocks as <see cref="Content.Blocks.Body.ToJson"/> writes them.</summary>
    [Unrecorded]
    public string Blocks { get; private set; } = "[]";

    /// <summary>The text as the public page shows it, made when it was published; null before.</summary>
    [Unrecorded]
    public string? Html { get; private set; }

    /// <summary>What an imported text says of itself, as JSON; null where nothing was imported.</summary>
    [Unrecorded]
    public string? Proposed { get; private set; }

    /// <summary>What an imported text says of itself.</summary>
    public IReadOnlyList<ReadProposal> Proposals => Proposed is null ? [] : JsonSerializer.Deserialize<List<ReadProposal>>(Proposed)!;

    public Body Body => Content.Blocks.Body.FromJson(Blocks);

    public void Write(Body body) => Blocks = body.ToJson();

    public void Propose(IReadOnlyList<ReadProposal> proposals) => Proposed = proposals.Count == 0 ? null : JsonSerializer.Serialize(proposals);

    public void Render(string html) => Html = html;
}
