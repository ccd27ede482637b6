using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>Sets a new site up behind the link that the program printed (初次设置).</summary>
[Public]
internal sealed class SetupModel(SetUpSite setUp, OneTimeLinks links) : PageModel
{
    [BindProperty, Display(Name = "本级政府名称"), Required]
    public string? Government { get; set; }

    [BindProperty, Display(Name = "政府办公室名称"), Required]
    public string? Office { get; set; }

    [BindProperty, Display(Name = "系统管理员姓名"), Required]
    public string? SystemName { get; set; }

    [BindProperty, Display(Name = "系统管理员用户名"), Required]
    public string? SystemLogin { get; set; }

    [BindProperty, Display(Name = "安全管理员姓名"), Required]
    public string? SecurityName { get; set; }

    [BindProperty, Display(Name = "安全管理员用户名"), Required]
    public string? SecurityLogin { get; set; }

    [BindProperty, Display(Name = "审计管理员姓名"), Required]
    public string? AuditName { get; set; }

    [BindProperty, Display(Name = "审计管理员用户名"), Required]
    public string? AuditLogin { get; set; }

    /// <summary>True while the link opens.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Who got which one-time link, shown once; empty before the site is set up.</summary>
    public IReadOnlyList<(string Who, string Link)> Made { get; private set; } = [];

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string secret, CancellationToken stop) => Show(secret, stop);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken stop)
    {
        if (!ModelState.IsValid) return await Show(secret, stop);
        FirstAdministrator[] three = [new("administrator", SystemName!, SystemLogin!), new("security-administrator", SecurityName!, SecurityLogin!), new("audit-administrator", AuditName!, AuditLogin!)];
        var outcome = await setUp.Run(secret, new(Government!, Office!, three), stop);
        Refusals = outcome.Refusals;
        if (outcome.IsDone) Made = [.. three.Zip(outcome.Made, (one, link) => ($"{one.Name}（{one.Login}）", Links.Whole(Request, link)))];
        return await Show(secret, stop);
    }

    private async Task<IActionResult> Show(string secret, CancellationToken stop)
    {
        IsOpen = await links.Find(LinkPurpose.Setup, secret, stop) is not null;
        if (!IsOpen && Made.Count == 0) Response.StatusCode = StatusCodes.Status410Gone;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
