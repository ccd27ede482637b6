using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Gongkai.Web.Pages;

/// <summary>Signs a person in (登录).</summary>
[Public]
internal sealed class SignInModel(SignInManager<Account> signIn, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Where staff begin.</summary>
    private const string Console = "/console";

    /// <summary>Page of this site to go on to; anything else is ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty, Display(Name = "用户名"), Required]
    public string? UserName { get; set; }

    [BindProperty, Display(Name = "密码"), Required]
    public string? Password { get; set; }

    /// <summary>Why the last try failed and what to do; empty before the first.</summary>
    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var result = await Try(UserName!.Trim(), Password!);
        if (result.Succeeded) return Onward();
        Problems = [result.IsLockedOut
            ? new(words["连续多次输错密码，这个账号暂时锁定。"], words["请过 5 分钟再试，或者请本单位的系统管理员重设密码。"])
            : new(words["用户名或密码不对。"], words["请检查大小写和输入法，再试一次。"])];
        return Page();
    }

    private async Task<SignInResult> Try(string userName, string password)
    {
        if (await signIn.UserManager.FindByNameAsync(userName) is { } account)
            return await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);

        // An unknown name takes as long as a wrong password, so that waiting tells nobody which names there are.
        signIn.UserManager.PasswordHasher.HashPassword(new Account(), password);
        return SignInResult.Failed;
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Console);
}
