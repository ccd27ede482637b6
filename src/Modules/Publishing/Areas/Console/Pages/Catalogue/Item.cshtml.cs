using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Queries;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>One item of a catalogue: what it says, what it said, and how it is changed or ended.</summary>
[Permission(PublishingPermissions.View)]
internal sealed class ItemModel(ItemPage pages, ItemStandings standings, ChangeItem change, EndItem end, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Never read before it is loaded.</summary>
    public ItemView View { get; private set; } = null!;

    /// <summary>How it stands; null where it does not stand in today's catalogue.</summary>
    public ItemStanding? Standing { get; private set; }

    /// <summary>The change as typed, or what it says now.</summary>
    public ItemForm Item { get; private set; } = new();

    /// <summary>Last day as typed.</summary>
    public DateOnly? Last { get; private set; }

    [Required]
    public string? Reason { get; private set; }

    /// <summary>Handler of the form that stays open, with what was typed.</summary>
    public string? Open => Request.Method == "POST" ? Request.Query["handler"] : (string?)null;

    public DateOnly Today => time.LocalDay();

    /// <summary>What it says today, or will say first.</summary>
    public ItemWording Now => View.Item.On(Today);

    public bool MayKeep => View.Item.Until is null && actor.May(PublishingPermissions.KeepCatalogue, View.Item.OrganId.Value);

    private string Here => $"/console/catalogue/items/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        Item = ItemForm.Of(View.Item.Wordings[^1].Content);
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync([Bind(Prefix = nameof(Item))] ItemForm typed, DateOnly seen, CancellationToken stop)
    {
        Item = typed;
        return await After(await change.Run(new CatalogueItemId(Id), typed.Content, typed.From!.Value, typed.Reason, seen, stop), Words["已修改，从那一天起生效。"], Here, () => Again(stop));
    }

    public async Task<IActionResult> OnPostEndAsync(DateOnly? last, string? reason, CancellationToken stop)
    {
        (Last, Reason) = (last, reason);
        return await After(await end.Run(new CatalogueItemId(Id), last ?? Today, reason, stop), Words["已终止，那一天之后不再列入目录。"], Here, () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await Load(stop);
        if (Item.Field is null) Item = ItemForm.Of(View.Item.Wordings[^1].Content);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        View = await pages.Of(new(Id), stop);
        if (View.Item.StandsOn(Today)) Standing = (await standings.Of([new(View.Item.Id, Now.Content, Now.Schedule, Now.From)], stop))[View.Item.Id];
    }
}
