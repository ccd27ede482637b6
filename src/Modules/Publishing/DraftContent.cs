using Gongkai.Content.Blocks;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing;

/// <summary>All that a person writes into a draft.</summary>
/// <param name="Head">What stands above the text.</param>
/// <param name="Body">The text.</param>
internal sealed record DraftContent(DocumentHead Head, Body Body)
{
    /// <summary>For whom it is.</summary>
    public Disclosure Disclosure { get; init; } = new(DisclosureAttribute.Active);

    /// <summary>The item of the catalogue that it is published under.</summary>
    public CatalogueItemId? Item { get; init; }

    /// <summary>The document that it explains.</summary>
    public DocumentId? Explains { get; init; }

    /// <summary>Address part that it wishes for.</summary>
    public string? WishedAddress { get; init; }
}
