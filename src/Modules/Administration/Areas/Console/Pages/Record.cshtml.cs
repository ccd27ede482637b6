using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Rights;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages;

/// <summary>The record (审计) for the audit administrator, with its filters in the address.</summary>
[Permission(AdministrationPermissions.RecordSearch)]
internal sealed class RecordModel(SearchRecord search, ActNames names, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "人员")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "事项")]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "对象")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "结果")]
    public AuditResult? Result { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "地址")]
    public string? Address { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "自")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "至")]
    public DateOnly? Until { get; set; }

    /// <summary>The entry before the first one shown; null shows the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public RecordPage Lines { get; private set; } = new([], null);
    public ActNames Names => names;
    public IEnumerable<SelectListItem> Acts => names.Acts.Select(act => new SelectListItem(act.Name, act.Code));
    public IEnumerable<SelectListItem> Kinds => names.Kinds.Select(kind => new SelectListItem(kind.Name, kind.Kind));
    public IEnumerable<SelectListItem> Results => Enum.GetValues<AuditResult>().Select(result => new SelectListItem(words[$"result.{result}"], result.ToString()));
    public RecordFilter Filter => new(Given(Person), Given(Act), Given(Kind), Result, Given(Address), From, Until);

    public async Task OnGetAsync(CancellationToken stop) => Lines = (await search.Run(Filter, After, stop)).Made;

    /// <summary>A local address with the present filters.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="after">The entry after which it begins; null for the newest.</param>
    public string With(string path, Guid? after)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => !string.Equals(pair.Key, nameof(After), StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.OfType<string>().Where(value => value.Length > 0), (pair, value) => KeyValuePair.Create(pair.Key, value)));
        if (after is { } entry) query.Add("after", entry.ToString());
        return path + query.ToQueryString();
    }

    /// <summary>How a result looks.</summary>
    public static BadgeKind Look(AuditResult result) => result switch
    {
        AuditResult.Done => BadgeKind.Plain,
        AuditResult.Refused => BadgeKind.Pending,
        AuditResult.Forbidden => BadgeKind.Late,
        _ => BadgeKind.Soon,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
