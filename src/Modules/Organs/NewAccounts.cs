using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Organs;

/// <summary>Accounts about to be opened.</summary>
internal static class NewAccounts
{
    public static Account Of(string login, string name, TimeProvider time) => new() { Id = NewId.At(time), UserName = login.Trim(), DisplayName = name.Trim() };

    /// <summary>Every reason against opening it, asked before anything is recorded.</summary>
    public static async Task<List<Refusal>> Against(Account account, string password, UserManager<Account> accounts)
    {
        var problems = new List<IdentityError>();
        foreach (var validator in accounts.UserValidators) problems.AddRange((await validator.ValidateAsync(accounts, account)).Errors);
        foreach (var validator in accounts.PasswordValidators) problems.AddRange((await validator.ValidateAsync(accounts, account, password)).Errors);
        var reasons = problems.Select(problem => InWords(problem, account, accounts.Options.Password.RequiredLength)).DistinctBy(refusal => refusal.Code).ToList();
        if (account.DisplayName.Length == 0) reasons.Add(new("organs.person-name-missing"));
        return reasons;
    }

    /// <exception cref="InvalidOperationException">The account was not opened although nothing stood against it: somebody took the login meanwhile.</exception>
    public static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"The account was not opened: {string.Join(", ", result.Errors.Select(error => error.Code))}");
    }

    private static Refusal InWords(IdentityError problem, Account account, int length) => problem.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new("organs.login-taken") { Values = [account.UserName!] },
        nameof(IdentityErrorDescriber.InvalidUserName) => new("organs.login-malformed") { Values = [account.UserName ?? ""] },
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("organs.password-too-short") { Values = [length] },
        _ => new("organs.password-too-simple"),
    };
}
