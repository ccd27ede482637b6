using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Passwords: what stands against one, setting one, and whether one is right. Stored as hashes alone.</summary>
public sealed class Passwords(Db db, SettingsStore settings, IPasswordHasher<Account> hasher, TimeProvider time)
{
    /// <summary>More would only keep the machine busy.</summary>
    private const int Longest = 128;

    /// <summary>A user name shorter than this may be found in any password.</summary>
    private const int ShortName = 3;

    /// <summary>Every reason against a password for an account.</summary>
    public async Task<IReadOnlyList<Refusal>> Against(Account account, string password, CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        List<Refusal> reasons = [.. Form(rules, account.UserName, password)];
        if (reasons.Count == 0 && await WasUsed(account, password, rules.Remembered, stop)) reasons.Add(new("platform.password-used-before") { Values = [rules.Remembered] });
        return reasons;
    }

    /// <summary>Gives an account a password; stored with the present act.</summary>
    /// <param name="account">The account, new or loaded for change.</param>
    /// <param name="password">The password, against which nothing stands.</param>
    /// <param name="temporary">True where somebody else chose it: the person must change it at the first sign-in.</param>
    public void Set(Account account, string password, bool temporary)
    {
        var now = time.GetUtcNow();
        account.PasswordHash = hasher.HashPassword(account, password);
        (account.PasswordIsTemporary, account.PasswordSetAt) = (temporary, now);
        account.ChangeWaysIn();
        if (!temporary) db.Add(new OldPassword(NewId.At(time), account.Id, account.PasswordHash, now));
    }

    /// <summary>Takes the password away: until another is chosen nobody can sign in with one.</summary>
    public static void Remove(Account account)
    {
        (account.PasswordHash, account.PasswordSetAt, account.PasswordIsTemporary) = (null, null, false);
        account.ChangeWaysIn();
    }

    /// <summary>True for the right password. Takes as long for an account that does not exist or has none.</summary>
    public bool IsRight(Account? account, string password)
    {
        if (account?.PasswordHash is { } hash && password.Length <= Longest) return hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
        hasher.HashPassword(new Account(), password.Length <= Longest ? password : password[..Longest]);
        return false;
    }

    private static IEnumerable<Refusal> Form(SignInSettings rules, string? login, string password)
    {
        if (password.Length < rules.MinimumLength) yield return new("platform.password-too-short") { Values = [rules.MinimumLength] };
        if (password.Length > Longest) yield return new("platform.password-too-long") { Values = [Longest] };
        if (KindsIn(password) < rules.Kinds) yield return new("platform.password-too-simple") { Values = [rules.Kinds] };
        if (rules.ForbidsUserName && login is { Length: >= ShortName } && password.Contains(login, StringComparison.OrdinalIgnoreCase)) yield return new("platform.password-holds-name");
    }

    /// <summary>Small letters, capitals, digits, everything else.</summary>
    private static int KindsIn(string password) =>
        password.Select(letter => char.IsAsciiLetterLower(letter) ? 0 : char.IsAsciiLetterUpper(letter) ? 1 : char.IsAsciiDigit(letter) ? 2 : 3).Distinct().Count();

    private async Task<bool> WasUsed(Account account, string password, int remembered, CancellationToken stop)
    {
        if (remembered == 0) return false;
        var before = await db.Set<OldPassword>().AsNoTracking().Where(old => old.AccountId == account.Id)
            .OrderByDescending(old => old.SetAt).ThenByDescending(old => old.Id).Take(remembered).Select(old => old.PasswordHash).ToListAsync(stop);
        if (account.PasswordHash is { } present && !before.Contains(present)) before.Insert(0, present);
        return before.Take(remembered).Any(hash => hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed);
    }
}
