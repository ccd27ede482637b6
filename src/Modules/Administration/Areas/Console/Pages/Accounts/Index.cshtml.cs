using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Areas.Console.Pages.Accounts;

/// <summary>Every account, searched and in pages (账号).</summary>
[Permission(AdministrationPermissions.ViewAccounts)]
internal sealed class IndexModel(AccountPages pages, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "姓名或用户名")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "状态")]
    public AccountState? State { get; set; }

    /// <summary>Page shown, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null;

    public bool MayOpen => actor.May(AdministrationPermissions.OpenAccounts);

    public async Task OnGetAsync(CancellationToken stop) => (Total, Lines) = await pages.List(Q, State, P, stop);
}
