using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Publishing.Areas.Console.Pages.Documents;

/// <summary>Two editions of a document side by side, the one that is being written among them.</summary>
[Permission(PublishingPermissions.SeeDrafts)]
internal sealed class ChangesModel(DocumentPage pages, EditionComparison comparison) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Never read before it is loaded.</summary>
    public DocumentView View { get; private set; } = null!;

    /// <summary>Never read before it is loaded.</summary>
    public ComparedEditions Compared { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int before, int after, CancellationToken stop)
    {
        View = await pages.Of(new(Id), null, stop);
        if (await comparison.Of(View.Document.Id, before, after, publicOnly: false, stop) is not { } compared) return NotFound();
        Compared = compared;
        return Page();
    }
}
