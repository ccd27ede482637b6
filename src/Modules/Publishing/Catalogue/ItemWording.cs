using Gongkai.Plans;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Catalogue;

/// <summary>What an item says from a day on, until a later wording begins.</summary>
internal sealed class ItemWording
{
    private ItemWording() { }

    public ItemWording(Guid id, CatalogueItemId item, ItemContent content, DateOnly from)
    {
        (Id, ItemId, From) = (id, item, from);
        (Field, First, Second, Text) = (content.Field, content.First, content.Second, content.Content);
        (Basis, Limit, Bearer, Group) = (content.Basis, content.Limit, content.Bearer, content.Group);
        (Audience, Manner, Levels, Channels) = (content.Audience, content.Manner, content.Levels, string.Join('\n', content.Channels));
        var schedule = Schedule.Read(Limit);
        (ScheduleKind, Days, DayUnit, Recurrence, DueMonth, DueDay) = (schedule.Kind, schedule.Days, schedule.DayUnit, schedule.Recurrence, schedule.Month, schedule.Day);
    }

    public Guid Id { get; private init; }

    public CatalogueItemId ItemId { get; private init; }

    /// <summary>First day on which it says this.</summary>
    public DateOnly From { get; private init; }

    public string Field { get; private init; } = "";

    public string First { get; private init; } = "";

    public string Second { get; private init; } = "";

    /// <summary>公开内容（要素）.</summary>
    public string Text { get; private init; } = "";

    public string Basis { get; private init; } = "";

    public string Limit { get; private init; } = "";

    public string Bearer { get; private init; } = "";

    /// <summary>One channel a line.</summary>
    public string Channels { get; private init; } = "";

    public Audience Audience { get; private init; }

    public string Group { get; private init; } = "";

    public Manner Manner { get; private init; }

    public Levels Levels { get; private init; }

    public ScheduleKind ScheduleKind { get; private init; }

    public int? Days { get; private init; }

    public DayUnit? DayUnit { get; private init; }

    public Recurrence? Recurrence { get; private init; }

    public int? DueMonth { get; private init; }

    public int? DueDay { get; private init; }

    /// <summary>The row of the table.</summary>
    public ItemContent Content => new(Field, First, Second, Text)
    {
        Basis = Basis,
        Limit = Limit,
        Bearer = Bearer,
        Channels = Channels.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Audience = Audience,
        Group = Group,
        Manner = Manner,
        Levels = Levels,
    };

    /// <summary>The rule made of <see cref="Limit"/> when this was written.</summary>
    public Schedule Schedule => new(ScheduleKind) { Days = Days, DayUnit = DayUnit, Recurrence = Recurrence, Month = DueMonth, Day = DueDay };
}
