using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages.Accounts;

/// <summary>One account: how it stands, what has happened to it, and what the security administrator can do.</summary>
[Permission(AdministrationPermissions.ViewAccounts)]
internal sealed class OneModel(
    AccountPages pages, AccountCare care, ShutAccount shut, UnlockAccount unlock, ResetPassword reset, RemoveFactor removeFactor, EndSessions end, Actor actor, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Never read before a handler has loaded it.</summary>
    public AccountView View { get; private set; } = null!;

    /// <summary>A one-time link just made, shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>True for a security administrator, on accounts other than the own.</summary>
    public bool MayKeep => actor.May(AdministrationPermissions.KeepAccounts) && actor.AccountId != Id;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostShutAsync(string? reason, CancellationToken stop) => await Said(await shut.Run(Id, reason, stop), "账号已停用。", stop);

    public async Task<IActionResult> OnPostUnlockAsync(string? reason, CancellationToken stop) => await Said(await unlock.Run(Id, reason, stop), "账号已解锁。", stop);

    public async Task<IActionResult> OnPostFactorAsync(string? reason, CancellationToken stop) => await Said(await removeFactor.Run(Id, reason, stop), "双因素登录已解除。", stop);

    public async Task<IActionResult> OnPostEndAsync(string? reason, CancellationToken stop) => await Said(await end.Run(Id, reason, stop), "已全部退出。", stop);

    public async Task<IActionResult> OnPostResetAsync(string? reason, CancellationToken stop)
    {
        var outcome = await reset.Run(Id, reason, stop);
        if (!outcome.IsDone) return await Said(Outcome.Refused(outcome.Refusals), "", stop);
        if (outcome.Made.Secret is not { } secret) return await Said(Outcome.Done, "密码已重设，一次性链接已发到本人邮箱。", stop);
        Link = Links.Whole(Request, secret);
        Response.Headers.CacheControl = "no-store";
        return await Again(stop);
    }

    /// <summary>True for an account whose password and second factor are taken away on the machine alone.</summary>
    public bool IsAdministrators { get; private set; }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        (View, IsAdministrators) = (await pages.One(Id, stop), await care.Administers(Id, stop));
        return Page();
    }

    private Task<IActionResult> Said(Outcome outcome, string said, CancellationToken stop) =>
        After(outcome, said.Length == 0 ? "" : Words[said], $"/console/accounts/{Id}", () => Again(stop));
}
