using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Numbers;
using Gongkai.Publishing.Queries;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Numbers;

/// <summary>The document numbers of an organ and what became of each (缺号管理).</summary>
[Permission(PublishingPermissions.SeeDrafts)]
internal sealed class IndexModel(NumberGaps gaps, AccountForNumber account, IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    private const int YearsBack = 6;

    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Never read before it is found.</summary>
    public OrganCard Whose { get; private set; } = null!;

    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    public IEnumerable<SelectListItem> Years => Enumerable.Range(0, YearsBack).Select(back => (time.LocalDay().Year - back).ToString(System.Globalization.CultureInfo.InvariantCulture)).Select(year => new SelectListItem(year, year));

    public IEnumerable<SelectListItem> Fates => Enum.GetValues<NumberFate>().Select(fate => new SelectListItem(Words[$"fate.{fate}"], fate.ToString()));

    public IEnumerable<SelectListItem> Grounds => Enum.GetValues<WithholdingGround>().Select(ground => new SelectListItem(Words[$"ground.{ground}"], ground.ToString()));

    [Display(Name = "发文字号"), Required]
    public string? Number { get; private set; }

    [Display(Name = "情况")]
    public NumberFate Fate { get; private set; }

    [Display(Name = "不予公开的情形")]
    public WithholdingGround Ground { get; private set; }

    [Display(Name = "说明"), Required]
    public string? Reason { get; private set; }

    public bool MayAccount => actor.May(PublishingPermissions.Draft, Whose.Id.Value);

    private string Here => $"/console/numbers?organ={Whose.Key}&year={Year}";

    public Task<IActionResult> OnGetAsync(string? number, CancellationToken stop)
    {
        Number = number;
        return Again(stop);
    }

    public async Task<IActionResult> OnPostAsync(string? number, NumberFate fate, WithholdingGround ground, string? reason, CancellationToken stop)
    {
        (Number, Fate, Ground, Reason) = (number, fate, ground, reason);
        if (!await Find(stop)) return NotFound();
        return await After(await account.Run(Whose.Id, number, fate, ground, reason, stop), Words["已说明。"], Here, () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        Series = await gaps.Of(Whose.Id, Year!.Value, stop);
        return Page();
    }

    private async Task<bool> Find(CancellationToken stop)
    {
        var seen = (await organs.All(time.LocalDay(), stop)).Where(organ => actor.May(PublishingPermissions.SeeDrafts, organ.Id.Value)).ToList();
        var found = string.IsNullOrEmpty(Organ) ? seen.Find(organ => actor.Scopes.Contains(organ.Id.Value)) ?? (seen.Count > 0 ? seen[0] : null) : seen.Find(organ => organ.Key == Organ);
        if (found is null) return string.IsNullOrEmpty(Organ) ? throw new ForbiddenException(PublishingPermissions.SeeDrafts) : false;
        (Whose, Organ) = (found, found.Key);
        Year = Math.Clamp(Year ?? time.LocalDay().Year, time.LocalDay().Year - YearsBack + 1, time.LocalDay().Year);
        Organs = [.. seen.Select(organ => new SelectListItem(organ.Name, organ.Key))];
        return true;
    }
}
