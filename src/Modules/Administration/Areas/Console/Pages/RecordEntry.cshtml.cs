using Gongkai.Administration.Acts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Areas.Console.Pages;

/// <summary>One entry of the record with what changed from what to what.</summary>
[Permission(AdministrationPermissions.RecordSearch)]
internal sealed class RecordEntryModel(OpenRecordEntry open, ActNames names) : PageModel
{
    /// <summary>Never read before the handler has loaded it.</summary>
    public AuditEntry Entry { get; private set; } = null!;

    public IReadOnlyList<AuditChange> Changes { get; private set; } = [];

    /// <summary>How many changes the entry counts without listing them; null where all are listed.</summary>
    public string? More { get; private set; }

    public ActNames Names => names;

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        Entry = (await open.Run(id, stop)).Made;
        var all = AuditChanges.Read(Entry.Changes);
        Changes = [.. all.Where(change => change.Thing.Length > 0)];
        More = all.FirstOrDefault(change => change.Thing.Length == 0)?.After;
    }
}
