using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Queries;

/// <summary>What pages that ask for a new password show beside the question.</summary>
internal sealed class LinkLook(Db db, OneTimeLinks links, SettingsStore settings)
{
    /// <summary>Login of the account a link belongs to; null where it opens nothing.</summary>
    public async Task<string?> LoginBehind(string secret, CancellationToken stop) =>
        await links.Find(LinkPurpose.Password, secret, stop) is { } link
            ? await db.Set<Account>().Where(account => account.Id == link.AccountId).Select(account => account.UserName).SingleOrDefaultAsync(stop)
            : null;

    /// <summary>What a password must be, in a sentence.</summary>
    public async Task<string> Rule(IStringLocalizer words, CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        return words["至少 {0} 位，大写字母、小写字母、数字、符号中至少有 {1} 种。", rules.MinimumLength, rules.Kinds];
    }
}
