using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Sets second factors up, checks their codes, and takes them away. Secrets lie encrypted, recovery codes hashed.</summary>
public sealed class SecondFactors(Db db, SettingsStore settings, IDataProtectionProvider protection, TimeProvider time)
{
    private const int Codes = 10, CodeBytes = 10, CodeGroup = 4;

    /// <summary>An offer on a desk that was left is no longer one for whoever comes by.</summary>
    private static readonly TimeSpan OfferLasting = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _stored = protection.CreateProtector("Gongkai.SecondFactor.Stored");
    private readonly IDataProtector _offered = protection.CreateProtector("Gongkai.SecondFactor.Offered");

    /// <summary>A secret that is offered to an account and stored nowhere until it is confirmed.</summary>
    /// <returns>The secret, and the same sealed for the form that brings it back.</returns>
    public (byte[] Secret, string Sealed) Offer(Guid account)
    {
        var secret = Totp.NewSecret();
        var until = (time.GetUtcNow() + OfferLasting).ToUnixTimeSeconds();
        return (secret, _offered.CreateProtector(account.ToString()).Protect($"{until} {Convert.ToBase64String(secret)}"));
    }

    /// <summary>Opens a sealed offer.</summary>
    /// <returns>Null where it was not made for this account, or is older than ten minutes.</returns>
    public byte[]? Open(Guid account, string? sealedOffer)
    {
        try
        {
            if (sealedOffer is null) return null;
            var parts = _offered.CreateProtector(account.ToString()).Unprotect(sealedOffer).Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds() ? Convert.FromBase64String(parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Stores a factor whose first code was right, with the present act.</summary>
    /// <param name="account">The account, loaded for change.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="step">Step of the code that confirmed it.</param>
    /// <returns>Ten recovery codes, which cannot be had again.</returns>
    public List<string> Keep(Account account, byte[] secret, long step)
    {
        db.Add(new SecondFactor(account.Id, _stored.Protect(Convert.ToBase64String(secret)), time.GetUtcNow(), step));
        account.TwoFactorEnabled = true;
        account.ChangeWaysIn();
        var codes = Enumerable.Range(0, Codes).Select(_ => NewCode()).ToList();
        foreach (var code in codes) db.Add(new RecoveryCode(NewId.At(time), account.Id, HashOf(account.Id, code)));
        return codes;
    }

    /// <summary>Takes the factor of an account away, with its recovery codes. The act has begun a transaction.</summary>
    /// <param name="account">The account, loaded for change; saved with the present act.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task Remove(Account account, CancellationToken stop)
    {
        account.TwoFactorEnabled = false;
        account.ChangeWaysIn();
        await db.Set<SecondFactor>().Where(factor => factor.AccountId == account.Id).ExecuteDeleteAsync(stop);
        await db.Set<RecoveryCode>().Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(stop);
    }

    /// <summary>Counts a try at a code before it is judged.</summary>
    /// <returns>False where wrong codes have locked the factor: the try must not be judged.</returns>
    public async Task<bool> Begin(Guid account, CancellationToken stop)
    {
        var (now, most) = (time.GetUtcNow(), (await settings.Get<SignInSettings>(stop)).Attempts);
        return await Factor(account).Where(one => one.FailedCount < most && (one.LockedUntil == null || one.LockedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.FailedCount, one => one.FailedCount + 1), stop) == 1;
    }

    /// <summary>Notes that the code was wrong; the last one allowed locks.</summary>
    /// <returns>Until when no code is judged now; null where the factor is not locked.</returns>
    public async Task<DateTimeOffset?> Fail(Guid account, CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        var series = await Factor(account).Select(one => one.LockSeries).SingleOrDefaultAsync(stop);
        var (until, most) = (time.GetUtcNow() + rules.LockAfter(series), rules.Attempts);
        var locked = await Factor(account).Where(one => one.FailedCount >= most && one.LockSeries == series).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.LockedUntil, until).SetProperty(one => one.LockSeries, series + 1).SetProperty(one => one.FailedCount, 0), stop);
        return locked == 1 ? until : null;
    }

    /// <summary>Forgets every wrong code and every lock of the factor.</summary>
    public Task Clear(Guid account, CancellationToken stop) => Factor(account).ExecuteUpdateAsync(
        set => set.SetProperty(one => one.LockedUntil, (DateTimeOffset?)null).SetProperty(one => one.LockSeries, 0).SetProperty(one => one.FailedCount, 0), stop);

    /// <summary>True for a code of the app or a recovery code; each is taken once.</summary>
    public async Task<bool> Takes(Guid account, string code, CancellationToken stop)
    {
        if (await db.Set<SecondFactor>().AsNoTracking().SingleOrDefaultAsync(factor => factor.AccountId == account, stop) is not { } factor) return false;
        if (Totp.Match(Convert.FromBase64String(_stored.Unprotect(factor.Secret)), code, time.GetUtcNow(), factor.LastStep) is { } step)
            return await db.Set<SecondFactor>().Where(one => one.AccountId == account && one.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastStep, step), stop) == 1;

        var (hash, now) = (HashOf(account, code), time.GetUtcNow());
        return await db.Set<RecoveryCode>().Where(one => one.AccountId == account && one.CodeHash == hash && one.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), stop) == 1;
    }

    /// <summary>Since when an account has a factor, and how many recovery codes are left; null where it has none.</summary>
    public async Task<(DateTimeOffset Since, int CodesLeft)?> Of(Guid account, CancellationToken stop) =>
        await db.Set<SecondFactor>().AsNoTracking().SingleOrDefaultAsync(factor => factor.AccountId == account, stop) is { } factor
            ? (factor.Since, await db.Set<RecoveryCode>().CountAsync(code => code.AccountId == account && code.UsedAt == null, stop))
            : null;

    private IQueryable<SecondFactor> Factor(Guid account) => db.Set<SecondFactor>().Where(factor => factor.AccountId == account);

    private static string NewCode()
    {
        var spelt = Totp.Spell(RandomNumberGenerator.GetBytes(CodeBytes));
        return string.Join('-', spelt.Chunk(CodeGroup).Select(group => new string(group)));
    }

    private static string HashOf(Guid account, string code)
    {
        var letters = new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{account:n}{letters}")));
    }
}
