using Gongkai.Duties.Queries;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>Hands out the file of a piece of evidence to those who may see its line; always as a download, never shown by the browser.</summary>
[Permission(DutyPermissions.View)]
internal sealed class EvidenceFileModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var evidence = await db.Get<Evidence>(new Contracts.EvidenceId(id), stop);
        var line = await db.Get<Assignment>(evidence.AssignmentId, stop);
        if (!VisibleLines.May(db.Actor, line)) throw new ForbiddenException(DutyPermissions.View);
        if (evidence.FileHash is not { } hash) throw new MissingException("file", id);
        return File(await files.Open(new(hash), stop), "application/octet-stream", evidence.FileName);
    }
}
