using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Organs.Acts;

/// <summary>Opens an account for a person (开通账号). It may do nothing until the person holds a post.</summary>
[Permission(Permissions.CreateAccount)]
internal sealed class CreateAccount(Db db, UserManager<Account> accounts, Passwords passwords, TimeProvider time)
{
    /// <param name="login">Name to sign in with.</param>
    /// <param name="name">Name of the person.</param>
    /// <param name="password">First password, to be changed at once; null where the person chooses one behind a one-time link.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<Guid>> Run(string login, string name, string? password, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var account = NewAccounts.Of(login, name, time);
        if (await NewAccounts.Against(account, password, accounts, passwords, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        db.Record(this, new("account", account.Id), $"{account.DisplayName}（{account.UserName}）");
        await NewAccounts.Open(account, password, accounts, passwords);
        return account.Id;
    }
}
