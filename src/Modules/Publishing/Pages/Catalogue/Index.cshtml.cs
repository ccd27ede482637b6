using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Publishing.Pages.Catalogue;

/// <summary>Whose catalogue is where (公开目录).</summary>
[Public]
internal sealed class IndexModel(Catalogues catalogues, TimeProvider time) : PageModel
{
    public IReadOnlyList<OrganCount> Organs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Organs = await catalogues.Counts(time.LocalDay(), stop);
}
