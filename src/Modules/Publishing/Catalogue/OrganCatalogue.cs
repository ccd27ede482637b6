using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;

namespace Gongkai.Publishing.Catalogue;

/// <summary>
/// The catalogue of one organ as a whole. It holds nothing but a version that grows with each change, so that of two people who change it at
/// the same moment the second is told, and no item comes to stand in it twice.
/// </summary>
internal sealed class OrganCatalogue : IVersioned
{
    private OrganCatalogue() { }

    public OrganCatalogue(OrganId organ, DateTimeOffset now) => (OrganId, ChangedAt, Changes) = (organ, now, 1);

    public OrganId OrganId { get; private init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How often it was changed; 1 when it is begun.</summary>
    public int Changes { get; private set; }

    public int Version { get; private set; }

    public void Touch(DateTimeOffset now) => (ChangedAt, Changes) = (now, Changes + 1);
}
