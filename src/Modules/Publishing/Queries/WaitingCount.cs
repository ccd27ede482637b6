using System.Security.Claims;
using Gongkai.Ui.Menu;

namespace Gongkai.Publishing.Queries;

/// <summary>How many documents wait for the person who looks at the menu.</summary>
internal sealed class WaitingCount(DocumentDesk desk) : IMenuCount
{
    public string Key => "keep-documents";

    public async ValueTask<int?> Count(ClaimsPrincipal user, CancellationToken stop) => await desk.CountWaiting(stop);
}
