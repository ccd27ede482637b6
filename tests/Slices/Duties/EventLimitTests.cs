using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>Limits that count from an event, in working days, also into a year whose holidays nobody knows yet.</summary>
public sealed class EventLimitTests
{
    /// <summary>An invented arrangement for the year after the last one that the program brings.</summary>
    private const string Arrangement = """
        {
          "year": 2027,
          "title": "关于2027年部分节假日安排的通知（虚构）",
          "announced": "2026-11",
          "off": [ { "name": "元旦", "first": "2027-01-01", "last": "2027-01-03" }, { "name": "试验", "first": "2027-01-05", "last": "2027-01-05" } ],
          "makeUp": []
        }
        """;

    [Theory]
    [EachEngine("2026-03-02", "2026-03-11")]
    [EachEngine("2026-02-12", "2026-02-28")] // Spring Festival inside; the Saturdays 02-14 and 02-28 are worked
    [EachEngine("2026-09-18", "2026-09-29")] // Mid-Autumn inside; the Sunday 09-20 is worked
    public async Task Counts_working_days_from_the_day_after(Site site, string on, string due)
    {
        var scene = await Make(site);
        site.Clock.SetDay(on);
        await Tell(scene, "许可决定第1号");

        var time = Assert.Single((await scene.Line(4, "approval")).Occurrences);
        Assert.Equal((Day(on), Day(due), false), (time.CountedFrom!.Value, time.DueOn!.Value, time.Provisional));
    }

    [Theory, EachEngine]
    public async Task Waits_for_its_event_until_it_is_told(Site site)
    {
        var scene = await Make(site);
        Assert.Equal(DutyState.AwaitingEvent, await scene.State(4, "approval"));

        await Tell(scene, "许可决定第1号");

        Assert.Equal(DutyState.Upcoming, await scene.State(4, "approval"));
    }

    [Theory, EachEngine]
    public async Task Takes_no_event_of_tomorrow_and_none_without_a_name(Site site)
    {
        var scene = await Make(site);
        var (line, limit) = (await scene.Line(4, "approval"), (await scene.Duty(4)).Limits[0].Id);
        var tomorrow = site.Clock.GetUtcNow() + TimeSpan.FromDays(1);

        Refused(await site.As(Officer).Run((RecordEvent act) => act.Run(line.Id, limit, tomorrow, "许可决定", Stop)), "duties.event-in-future");
        Refused(await site.As(Officer).Run((RecordEvent act) => act.Run(line.Id, limit, site.Clock.GetUtcNow(), " ", Stop)), "duties.event-unnamed");
    }

    [Theory, EachEngine]
    public async Task Is_provisional_in_a_year_without_arrangement_and_counted_anew_when_it_comes(Site site)
    {
        var scene = await Make(site);
        site.Clock.SetDay("2026-12-25");
        await Tell(scene, "许可决定第9号");
        var before = Assert.Single((await scene.Line(4, "approval")).Occurrences);
        Assert.True(before.Provisional);

        var moved = await site.As(Officer).Run((ImportArrangement act) => act.Run(Arrangement, Stop));

        Assert.Empty(moved.Refusals);
        var after = Assert.Single((await scene.Line(4, "approval")).Occurrences);
        Assert.Equal(1, moved.Made);
        Assert.False(after.Provisional);
        Assert.Equal(new DateOnly(2027, 1, 7), after.DueOn);
        Assert.Equal(after.DueOn, (await scene.Line(4, "approval")).NextDueOn);
    }

    private static async Task Tell(LedgerScene scene, string label)
    {
        var (line, limit) = (await scene.Line(4, "approval"), (await scene.Duty(4)).Limits[0].Id);
        var clerk = Clerk.Within(line.OrganId.Value, DutyPermissions.RecordEvent);
        Done(await scene.Site.As(clerk).Run((RecordEvent act) => act.Run(line.Id, limit, scene.Site.Clock.GetUtcNow(), label, Stop)));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
