using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages;

/// <summary>The rules of signing in (登录规则).</summary>
[Permission(AdministrationPermissions.SignInRules)]
internal sealed class SignInRulesModel(SettingsStore settings, ChangeSignInRules change, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty, Display(Name = "密码最短位数"), Required]
    public int? MinimumLength { get; set; }

    [BindProperty, Display(Name = "字符种类"), Required]
    public int? Kinds { get; set; }

    [BindProperty, Display(Name = "密码有效天数"), Required]
    public int? MaximumAgeDays { get; set; }

    [BindProperty, Display(Name = "不得重复最近几个密码"), Required]
    public int? Remembered { get; set; }

    [BindProperty, Display(Name = "密码里不得含有用户名")]
    public bool ForbidsUserName { get; set; }

    [BindProperty, Display(Name = "连续输错几次锁定"), Required]
    public int? Attempts { get; set; }

    [BindProperty, Display(Name = "第一次锁定多少分钟"), Required]
    public int? FirstLockMinutes { get; set; }

    [BindProperty, Display(Name = "闲置多少分钟退出"), Required]
    public int? IdleMinutes { get; set; }

    [BindProperty, Display(Name = "一次登录最长多少小时"), Required]
    public int? AbsoluteHours { get; set; }

    [BindProperty, Display(Name = "谁必须启用双因素登录")]
    public FactorFor FactorFor { get; set; }

    [BindProperty, Display(Name = "从统一身份认证登录的，不再要求本站的验证码")]
    public bool TrustsProvidersFactor { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rules = await settings.Get<SignInSettings>(stop);
        (MinimumLength, Kinds, MaximumAgeDays, Remembered, ForbidsUserName) = (rules.MinimumLength, rules.Kinds, rules.MaximumAgeDays, rules.Remembered, rules.ForbidsUserName);
        (Attempts, FirstLockMinutes, IdleMinutes, AbsoluteHours) = (rules.Attempts, rules.FirstLockMinutes, rules.IdleMinutes, rules.AbsoluteHours);
        (FactorFor, TrustsProvidersFactor) = (rules.FactorFor, rules.TrustsProvidersFactor);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var wanted = new SignInSettings
        {
            MinimumLength = MinimumLength!.Value,
            Kinds = Kinds!.Value,
            MaximumAgeDays = MaximumAgeDays!.Value,
            Remembered = Remembered!.Value,
            ForbidsUserName = ForbidsUserName,
            Attempts = Attempts!.Value,
            FirstLockMinutes = FirstLockMinutes!.Value,
            IdleMinutes = IdleMinutes!.Value,
            AbsoluteHours = AbsoluteHours!.Value,
            FactorFor = FactorFor,
            TrustsProvidersFactor = TrustsProvidersFactor,
        };
        return await After(await change.Run(wanted, stop), Words["登录规则已生效。"], "/console/sign-in-rules", () => Again(stop));
    }

    protected override Task<IActionResult> Again(CancellationToken stop) => Task.FromResult<IActionResult>(Page());
}
