using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Makes, finds and uses up one-time links.</summary>
public sealed class OneTimeLinks(Db db, TimeProvider time)
{
    /// <summary>Local address of the page on which a password is chosen, without the secret.</summary>
    public const string PasswordPage = "/link/";

    private static readonly TimeSpan Lasting = TimeSpan.FromHours(24);
    private const int SecretBytes = 32;

    /// <summary>Makes a link that opens for 24 hours; every earlier one for the same is void at once.</summary>
    /// <param name="purpose">What it opens.</param>
    /// <param name="account">Whose it is; null where it is no person's.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The secret, for the address; it cannot be had again. The link is stored with the present act.</returns>
    public async Task<string> Make(LinkPurpose purpose, Guid? account, CancellationToken stop)
    {
        await Void(purpose, account, stop);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.Add(new OneTimeLink(NewId.At(time), purpose, account, HashOf(secret), time.GetUtcNow() + Lasting));
        return secret;
    }

    /// <summary>Voids every link for the same.</summary>
    public Task Void(LinkPurpose purpose, Guid? account, CancellationToken stop) =>
        db.Set<OneTimeLink>().Where(link => link.Purpose == purpose && link.AccountId == account).ExecuteDeleteAsync(stop);

    /// <summary>The link with this secret; null where there is none, or it was used or has expired.</summary>
    public Task<OneTimeLink?> Find(LinkPurpose purpose, string secret, CancellationToken stop)
    {
        var (hash, now) = (HashOf(secret), time.GetUtcNow());
        return db.Set<OneTimeLink>().AsNoTracking()
            .SingleOrDefaultAsync(link => link.SecretHash == hash && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now, stop);
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>False where somebody was faster.</returns>
    public async Task<bool> Use(OneTimeLink link, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await db.Set<OneTimeLink>().Where(one => one.Id == link.Id && one.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), stop) == 1;
    }

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
