using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages.Account;

/// <summary>The person's own account: password, second factor, mail, and where it is signed in (我的账号).</summary>
[OwnAffair]
internal sealed class IndexModel(Actor actor, Db db, PersonalData personal, Sessions sessions, SecondFactors factors, EndOwnSessions end, LinkOwnProvider link, ChangeOwnEmail changeEmail, IStringLocalizer<Words> words) : ActPage(words)
{
    private const string Address = "/console/account";

    [BindProperty, Display(Name = "邮箱")]
    public string? Email { get; set; }

    /// <summary>The password given with a new address.</summary>
    [Display(Name = "密码"), Required]
    public string? Confirmed { get; set; }

    /// <summary>The password given to unlink.</summary>
    [Display(Name = "密码"), Required]
    public string? Password { get; set; }

    /// <summary>Never read before a handler has loaded it.</summary>
    public Platform.Accounts.Account Account { get; private set; } = null!;

    public string? Posts => actor.Post;

    /// <summary>The session in which this page is read.</summary>
    public Guid? Here => actor.SessionId;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>Null where the person has no second factor.</summary>
    public (DateTimeOffset Since, int CodesLeft)? Factor { get; private set; }

    /// <summary>What the identity provider is called; null where none is configured.</summary>
    public string? Provider { get; private set; }

    /// <summary>True where the account is linked with it.</summary>
    public bool IsLinked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        if (Account.SealedEmail is { } address) Email = await personal.Read(this, AccountFields.Email, Account.Id, address, new("account", Account.Id), null, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostEmailAsync(string? confirmed, CancellationToken stop) => await After(await changeEmail.Run(Email, confirmed ?? "", stop), Words["邮箱已保存。"], Address, () => Again(stop));

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken stop) => await After(await end.Run(session, stop), Words["那一处已经退出。"], Address, () => Again(stop));

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken stop) => await After(await end.Run(only: null, stop), Words["其他登录已全部退出。"], Address, () => Again(stop));

    public async Task<IActionResult> OnPostUnlinkAsync(string? password, CancellationToken stop) => await After(await link.Run(person: null, "", password ?? "", stop), Words["已解除关联。"], Address, () => Again(stop));

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        var id = actor.AccountId!.Value;
        (Account, Sessions, Factor) = (await db.Get<Platform.Accounts.Account>(id, stop), await sessions.Of(id, stop), await factors.Of(id, stop));
        (Provider, IsLinked) = (await ProviderPerson.NameOf(HttpContext), await db.Set<IdentityUserLogin<Guid>>().AnyAsync(one => one.UserId == id, stop));
    }
}
