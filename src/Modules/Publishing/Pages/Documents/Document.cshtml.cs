using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Publishing.Pages.Documents;

/// <summary>One public document. A withdrawn one keeps its address and says so; one that was merged leads to the other.</summary>
[Public]
internal sealed class DocumentModel(PublicDocuments documents) : PageModel
{
    /// <summary>Never read before it is loaded.</summary>
    public PublicDocumentView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        if (await documents.ByAddress(address, stop) is not { } view) return NotFound();
        if (view.MovedTo is { } other) return LocalRedirectPermanent($"~/documents/{other}");
        View = view;
        if (view.Edition is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
