using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>A page about the catalogue of one organ: the one that the address names, or the person's own.</summary>
internal abstract class CataloguePage(IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>Address part of the organ; null for the person's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    /// <summary>Whose catalogue; never read before it is found.</summary>
    public OrganCard Whose { get; private set; } = null!;

    /// <summary>True where the person may change it.</summary>
    public bool MayKeep => actor.May(PublishingPermissions.KeepCatalogue, Whose.Id.Value);

    /// <summary>Tells today.</summary>
    protected TimeProvider Time => time;

    /// <summary>Today in the site's time zone.</summary>
    public DateOnly Today => time.LocalDay();

    /// <summary>Organs that can be chosen: all, for whoever looks everywhere.</summary>
    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    /// <summary>Finds the organ; the government office's where the person belongs to none.</summary>
    /// <returns>False where there is no such organ.</returns>
    protected async Task<bool> Find(CancellationToken stop)
    {
        var all = await organs.All(Today, stop);
        var found = string.IsNullOrEmpty(Organ)
            ? all.FirstOrDefault(card => actor.Scopes.Contains(card.Id.Value)) ?? all.FirstOrDefault(card => card.Kind == OrganKind.Office) ?? (all.Count > 0 ? all[0] : null)
            : all.FirstOrDefault(card => card.Key == Organ);
        if (found is null) return false;
        (Whose, Organ) = (found, found.Key);
        Organs = [.. all.Select(card => new SelectListItem(card.Name, card.Key))];
        return true;
    }

    /// <summary>Refuses who may not change this catalogue, before anything is looked at.</summary>
    /// <exception cref="ForbiddenException">The person may not.</exception>
    protected void DemandKeeping()
    {
        if (!MayKeep) throw new ForbiddenException(PublishingPermissions.KeepCatalogue);
    }
}
