using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;

namespace Gongkai.Administration.Acts;

/// <summary>Puts other rules of signing in in force (登录规则).</summary>
[Permission(AdministrationPermissions.SignInRules)]
internal sealed class ChangeSignInRules(Db db, SettingsStore settings)
{
    /// <summary>The rules are one thing of the whole site; it has always had this id.</summary>
    private static readonly Subject Rules = new("sign-in-rules", new("7b1d0f52-6f5a-7c3e-9a41-5e2a4c9d1f01"));

    public async Task<Outcome> Run(SignInSettings wanted, CancellationToken stop)
    {
        if (Against(wanted).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        var before = await settings.Get<SignInSettings>(stop);
        await settings.Set(wanted, stop);
        db.Record(this, Rules, RuleWords.Change(before, wanted));
        return await db.Commit(stop);
    }

    private static IEnumerable<Refusal> Against(SignInSettings wanted) =>
        from bound in new (string Name, int Value, int Least, int Most)[]
        {
            ("length", wanted.MinimumLength, 8, 64), ("kinds", wanted.Kinds, 1, 4), ("age", wanted.MaximumAgeDays, 0, 730), ("remembered", wanted.Remembered, 0, 24),
            ("attempts", wanted.Attempts, 3, 20), ("lock", wanted.FirstLockMinutes, 1, 1440), ("idle", wanted.IdleMinutes, 5, 480), ("absolute", wanted.AbsoluteHours, 1, 24),
        }
        where bound.Value < bound.Least || bound.Value > bound.Most
        select new Refusal($"administration.rule-{bound.Name}") { Values = [bound.Least, bound.Most] };
}
