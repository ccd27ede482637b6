using Gongkai.Publishing.Catalogue;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing;

/// <summary>What is ticked in a row of a catalogue, in words.</summary>
internal static class ItemWords
{
    public static string Audience(ItemContent content, IStringLocalizer words) =>
        Joined(content.Audience.HasFlag(Catalogue.Audience.Everybody) ? words["全社会"] : null, content.Audience.HasFlag(Catalogue.Audience.Group) ? content.Group.Length > 0 ? content.Group : words["特定群体"] : null);

    public static string Manner(ItemContent content, IStringLocalizer words) =>
        Joined(content.Manner.HasFlag(Catalogue.Manner.Active) ? words["主动公开"] : null, content.Manner.HasFlag(Catalogue.Manner.OnRequest) ? words["依申请公开"] : null);

    public static string Levels(ItemContent content, IStringLocalizer words) => Joined(
        content.Levels.HasFlag(Catalogue.Levels.City) ? words["市级"] : null, content.Levels.HasFlag(Catalogue.Levels.County) ? words["县级"] : null,
        content.Levels.HasFlag(Catalogue.Levels.Town) ? words["乡级"] : null, content.Levels.HasFlag(Catalogue.Levels.Village) ? words["村级"] : null);

    private static string Joined(params IEnumerable<string?> parts) => string.Join('、', parts.OfType<string>());
}
