using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages.Account;

/// <summary>Links the own account with the identity provider, once the person has seen whom it names (关联统一身份认证).</summary>
[OwnAffair]
internal sealed class ProviderModel(LinkOwnProvider link, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty, Display(Name = "密码"), Required]
    public string? Password { get; set; }

    /// <summary>What the provider is called.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Who the provider says it is; null where it has said nothing.</summary>
    public ProviderPerson? Found { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        // Kept for another try: what the provider said lasts five minutes, and a password is soon mistyped.
        if (await ProviderPerson.At(HttpContext, forget: false) is not { } person || await ProviderPerson.NameOf(HttpContext) is not { } name) return await Again(stop);
        var outcome = await link.Run(person, name, Password ?? "", stop);
        if (outcome.IsDone) await ProviderPerson.At(HttpContext, forget: true);
        return await After(outcome, Words["已关联。"], "/console/account", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        if (await ProviderPerson.NameOf(HttpContext) is not { } name) return NotFound();
        (Provider, Found) = (name, await ProviderPerson.At(HttpContext, forget: false));
        return Page();
    }
}
