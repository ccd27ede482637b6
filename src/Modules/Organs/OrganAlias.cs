using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>Another way to write the name of an organ or a group (市卫健局 for 市卫生健康局): belongs to exactly one of them.</summary>
internal sealed class OrganAlias
{
    private OrganAlias() { }

    public Guid Id { get; private init; }

    /// <summary>The organ meant; null where a group is.</summary>
    public OrganId? OrganId { get; private init; }

    /// <summary>The group meant; null where an organ is.</summary>
    public OrganGroupId? GroupId { get; private init; }

    /// <summary>The name as it is written.</summary>
    public string Alias { get; private init; } = "";

    /// <summary>The alias without blanks and with one width of letters and brackets: what makes two aliases the same. Unique.</summary>
    public string Folded { get; private init; } = "";

    public static OrganAlias Of(Guid id, OrganId organ, string alias) => new() { Id = id, OrganId = organ, Alias = alias.Trim(), Folded = Matching.NameForm.Fold(alias) };

    public static OrganAlias Of(Guid id, OrganGroupId group, string alias) => new() { Id = id, GroupId = group, Alias = alias.Trim(), Folded = Matching.NameForm.Fold(alias) };
}
