using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Decides what is looked for before publication, by which list secrecy is judged, and the limits that no national rule fixes (修改发布设置).</summary>
[Permission(PublishingPermissions.Settings)]
internal sealed class ChangePublishingSettings(Db db, SettingsStore store)
{
    public async Task<Outcome> Run(PublishingSettings settings, CancellationToken stop)
    {
        if (settings.Against().ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        await store.Set(settings, stop);
        db.Record(this, new("settings", Guid.Empty));
        return await db.Commit(stop);
    }
}
