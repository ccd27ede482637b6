using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Platform;

public class SettingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Have_their_defaults_until_they_are_set(Site site) =>
        Assert.Equal(new ReminderSettings(), await site.AsSystem().Run((SettingsStore settings) => settings.Get<ReminderSettings>(Stop)));

    [Theory, EachEngine]
    public async Task Stay_as_they_were_set_last(Site site)
    {
        await Set(site, new() { DaysBefore = 5, Sender = "政务公开办" });
        await Set(site, new() { DaysBefore = 7, Sender = "市政府办公室" });

        Assert.Equal(new() { DaysBefore = 7, Sender = "市政府办公室" }, await site.AsSystem().Run((SettingsStore settings) => settings.Get<ReminderSettings>(Stop)));
    }

    [Theory, EachEngine]
    public async Task Have_the_default_of_what_a_later_release_adds(Site site)
    {
        await Set(site, new() { DaysBefore = 5 });
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("""update platform_settings set value = '{{"DaysBefore":5,"Dropped":true}}'""", Stop));

        Assert.Equal(new() { DaysBefore = 5 }, await site.AsSystem().Run((SettingsStore settings) => settings.Get<ReminderSettings>(Stop)));
    }

    private static Task Set(Site site, ReminderSettings changed) => site.AsSystem().Run((SettingAct act) => act.Run(changed, Stop));

    internal sealed record ReminderSettings
    {
        public int DaysBefore { get; init; } = 3;

        public string Sender { get; init; } = "办公室";
    }

    private sealed class SettingAct(Db db, SettingsStore settings)
    {
        public async Task Run(ReminderSettings changed, CancellationToken stop)
        {
            await settings.Set(changed, stop);
            await db.SaveChangesAsync(stop);
        }
    }
}
