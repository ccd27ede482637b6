using Gongkai.Law.Limits;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>
/// Puts an arrangement of holidays in force (导入放假安排) and counts every open time anew that was counted with another calendar.
/// </summary>
[Permission(DutyPermissions.ChangeLimit)]
internal sealed class ImportArrangement(Db db, SettingsStore settings, Calendars calendars)
{
    /// <param name="json">The arrangement in the form of law/workdays.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>How many open times got another last day.</returns>
    public async Task<Outcome<int>> Run(string json, CancellationToken stop)
    {
        db.Demand(this);
        var read = Calendars.Read(json);
        if (!read.IsDone) return Outcome.Refused(read.Refusals);

        var before = await settings.Get<CalendarSettings>(stop);
        await settings.Set(new CalendarSettings { Imported = [.. before.Imported, json] }, stop);
        var moved = await Recount(stop);
        db.Record(this, new("calendar", Guid.Empty), $"{read.Made.Year}：{moved}");
        return await db.Commit(stop) is { IsDone: false } refused ? refused : moved;
    }

    private async Task<int> Recount(CancellationToken stop)
    {
        var calendar = await calendars.Current(stop);
        var counted = await db.Set<Assignment>().Include(a => a.Occurrences)
            .Where(a => a.WaivedOn == null && a.Occurrences.Any(o => o.CalendarVersion != null && o.MetOn == null)).ToListAsync(stop);
        var ids = counted.SelectMany(line => line.Occurrences).Select(o => o.LimitId).Distinct().ToList();
        var limits = await db.Set<DutyLimit>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, stop);
        var moved = 0;
        foreach (var line in counted)
        {
            var here = line.Recount(occurrence =>
                limits.TryGetValue(occurrence.LimitId, out var limit) && Scheduling.PeriodOf(limit.Rule) is { } period
                    ? Limit.LastDay(occurrence.CountedFrom!.Value, period, calendar)
                    : null);
            db.Entry(line).Property(a => a.LacksCadence).IsModified |= here > 0; // its times are others now, even where its counts are the same
            moved += here;
        }
        return moved;
    }
}
