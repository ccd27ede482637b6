using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>Adds one item to a catalogue (增加公开事项).</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class NewModel(AddItem add, IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : CataloguePage(organs, actor, time, words)
{
    /// <summary>The item as typed.</summary>
    public ItemForm Item { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Item = new() { From = Today };
        return await Again(stop);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Item))] ItemForm typed, CancellationToken stop)
    {
        Item = typed;
        if (!await Find(stop)) return NotFound();
        var outcome = await add.Run(Whose.Id, typed.Content, typed.From!.Value, stop);
        return await After(outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), Words["已增加“{0}”。", typed.Second!.Trim()], $"/console/catalogue?organ={Whose.Key}", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        DemandKeeping();
        return Page();
    }
}
