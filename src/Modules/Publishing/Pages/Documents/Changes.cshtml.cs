using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Publishing.Pages.Documents;

/// <summary>What changed between two public editions of a document.</summary>
[Public]
internal sealed class ChangesModel(PublicDocuments documents, EditionComparison comparison) : PageModel
{
    /// <summary>Never read before it is loaded.</summary>
    public PublicDocumentView View { get; private set; } = null!;

    /// <summary>Never read before it is loaded.</summary>
    public ComparedEditions Compared { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address, int before, int after, CancellationToken stop)
    {
        if (await documents.ByAddress(address, stop) is not { Edition: not null } view || await comparison.Of(view.Document.Id, before, after, publicOnly: true, stop) is not { } compared) return NotFound();
        (View, Compared) = (view, compared);
        return Page();
    }
}
