using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Organs;

/// <summary>Accounts about to be opened.</summary>
internal static class NewAccounts
{
    public static Account Of(string login, string name, TimeProvider time) => new() { Id = NewId.At(time), UserName = login.Trim(), DisplayName = name.Trim() };

    /// <summary>Every reason against opening it, asked before anything is recorded.</summary>
    /// <param name="account">The account.</param>
    /// <param name="password">Its first password; null where the person chooses one behind a one-time link.</param>
    /// <param name="accounts">Knows the logins that are taken.</param>
    /// <param name="passwords">Knows the rules.</param>
    /// <param name="stop">Stops asking.</param>
    public static async Task<List<Refusal>> Against(Account account, string? password, UserManager<Account> accounts, Passwords passwords, CancellationToken stop)
    {
        var problems = new List<IdentityError>();
        foreach (var validator in accounts.UserValidators) problems.AddRange((await validator.ValidateAsync(accounts, account)).Errors);
        var reasons = problems.Select(problem => InWords(problem, account)).DistinctBy(refusal => refusal.Code).ToList();
        if (account.DisplayName.Length == 0) reasons.Add(new("organs.person-name-missing"));
        if (password is not null) reasons.AddRange(await passwords.Against(account, password, stop));
        return reasons;
    }

    /// <summary>Opens it, with a first password that the person must change or with none.</summary>
    public static async Task Open(Account account, string? password, UserManager<Account> accounts, Passwords passwords)
    {
        if (password is not null) passwords.Set(account, password, temporary: true);
        Demand(await accounts.CreateAsync(account));
    }

    /// <exception cref="InvalidOperationException">The account was not opened although nothing stood against it: somebody took the login meanwhile.</exception>
    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"The account was not opened: {string.Join(", ", result.Errors.Select(error => error.Code))}");
    }

    private static Refusal InWords(IdentityError problem, Account account) => problem.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new("organs.login-taken") { Values = [account.UserName!] },
        _ => new("organs.login-malformed") { Values = [account.UserName ?? ""] },
    };
}
