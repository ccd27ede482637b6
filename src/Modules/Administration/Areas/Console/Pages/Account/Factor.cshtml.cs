using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Gongkai.Administration.Areas.Console.Pages.Account;

/// <summary>Sets the own second factor up or takes it away; the only page that opens while one is owed (双因素登录).</summary>
[OwnAffair]
internal sealed class FactorModel(Actor actor, Db db, SecondFactors factors, SetUpOwnFactor setUp, RemoveOwnFactor remove, IOptions<SiteFrame> site, IStringLocalizer<Words> words) : ActPage(words)
{
    [Display(Name = "验证码"), Required]
    public string? Code { get; set; }

    [Display(Name = "密码"), Required]
    public string? Password { get; set; }

    /// <summary>The sealed secret that the form brings back.</summary>
    public string? Offer { get; private set; }

    /// <summary>The secret as people type it, in groups of four.</summary>
    public string? Spelt { get; private set; }

    /// <summary>The secret as an app reads it.</summary>
    public QrPicture? Picture { get; private set; }

    /// <summary>Recovery codes just made, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Null where the person has no second factor.</summary>
    public (DateTimeOffset Since, int CodesLeft)? Factor { get; private set; }

    /// <summary>True where nothing else opens before.</summary>
    public bool MustSetUp => actor.Owes is not null && Codes.Count == 0;

    private Guid Own => actor.AccountId!.Value;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostSetUpAsync(string? offer, string? password, string? code, CancellationToken stop)
    {
        var outcome = await setUp.Run(offer, password ?? "", code ?? "", stop);
        if (!outcome.IsDone) return await After(Outcome.Refused(outcome.Refusals), "", Owed.Factor, () => Show(offer, stop));
        Codes = outcome.Made;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? password, CancellationToken stop) =>
        await After(await remove.Run(password ?? "", stop), Words["双因素登录已停用。"], "/console/account", () => Again(stop));

    protected override Task<IActionResult> Again(CancellationToken stop) => Show(offer: null, stop);

    /// <summary>Offers the same secret again after a wrong code, a new one otherwise.</summary>
    private async Task<IActionResult> Show(string? offer, CancellationToken stop)
    {
        Factor = await factors.Of(Own, stop);
        if (Factor is not null) return Page();

        var (secret, kept) = factors.Open(Own, offer) is { } same ? (same, offer!) : factors.Offer(Own);
        var login = (await db.Get<Platform.Accounts.Account>(Own, stop)).UserName!;
        (Offer, Spelt, Picture) = (kept, string.Join(' ', Totp.Spell(secret).Chunk(4).Select(group => new string(group))), QrPicture.Of(Totp.Address(secret, site.Value.Name, login)));
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
