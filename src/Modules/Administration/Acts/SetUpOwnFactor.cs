using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Switches the person's own second factor on, once the person has given the password and the app has shown a right code (启用双因素).</summary>
[OwnAffair]
internal sealed class SetUpOwnFactor(Db db, OwnPassword own, SecondFactors factors, TimeProvider time)
{
    /// <param name="offer">The sealed secret that the page offered.</param>
    /// <param name="password">The password in force: whoever passes a desk that was left must not make the account their own.</param>
    /// <param name="code">Code of the app as typed.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Ten recovery codes, to be shown once.</returns>
    public async Task<Outcome<List<string>>> Run(string? offer, string password, string code, CancellationToken stop)
    {
        var account = await db.Get<Account>(db.Actor.AccountId!.Value, stop);
        if (account.TwoFactorEnabled) return Outcome.Refused("administration.factor-stands");
        if (factors.Open(account.Id, offer) is not { } secret) return Outcome.Refused("administration.offer-void");
        if (await own.Against(this, account, password, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        if (Totp.Match(secret, code, time.GetUtcNow(), after: 0) is not { } step) return Outcome.Refused("administration.code-wrong");

        await using var all = await db.Database.BeginTransactionAsync(stop);
        var codes = factors.Keep(account, secret, step);
        db.Record(this, new("account", account.Id));
        var stored = await db.Commit(all, stop);
        return stored.IsDone ? codes : stored;
    }
}
