using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;

namespace Gongkai.Publishing.Catalogue;

/// <summary>
/// The catalogue of one organ as a whole. It holds nothing but a count of its changes, so that of two people who change it at
/// the same moment the second is told, and no item comes to stand in it twice.
/// </summary>
internal sealed class OrganCatalogue : IVersioned
{
    private OrganCatalogue() { }

    public OrganCatalogue(OrganId organ) => OrganId = organ;

    public OrganId OrganId { get; private init; }

    /// <summary>How often it was changed; 0 before the first item.</summary>
    public int Changes { get; private set; }

    public int Version { get; private set; }

    /// <summary>Marks it as changed by the present act.</summary>
    public void Touch() => Changes++;
}
