using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Queries;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.CleanUps;

/// <summary>One round: every document with what is said of it, and the way to the result.</summary>
[Permission(PublishingPermissions.SeeDrafts)]
internal sealed class CleanUpModel(CleanUpPages pages, SayInCleanUp say, CloseCleanUp close, Actor actor, IStringLocalizer<Words> words) : ActPage(words)
{
    private IReadOnlyList<CleanUpSaid> _typed = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Never read before it is loaded.</summary>
    public CleanUpRow Row { get; private set; } = null!;

    public IReadOnlyList<CleanUpLine> Lines { get; private set; } = [];

    public bool MaySay => Row.Round.IsOpen && actor.May(PublishingPermissions.Draft, Row.Round.OrganId.Value);

    /// <summary>What the form shows of a line: as typed, or as stored where somebody else has said something since.</summary>
    public (CleanUpFinding Finding, string? Note) Said(CleanUpLine line) => Typed(line) is { } typed && typed.Version == line.Version ? (typed.Finding, typed.Note) : (line.Finding, line.Note);

    /// <summary>What was typed of a line and is shown beside what another said; null where there is nothing to bring together.</summary>
    public CleanUpSaid? Overtaken(CleanUpLine line) => Typed(line) is { } typed && typed.Version != line.Version && !line.Says(typed.Finding, typed.Note) ? typed : null;

    private CleanUpSaid? Typed(CleanUpLine line) => _typed.FirstOrDefault(one => one.Line == line.Id);

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostAsync(List<CleanUpSaid> said, CancellationToken stop)
    {
        _typed = said;
        return await After(await say.Run(Id, said, stop), Words["已保存。"], $"/console/clean-ups/{Id}?p={Math.Max(1, P)}", () => Again(stop));
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken stop)
    {
        var closed = await close.Run(Id, stop);
        return await After(closed.IsDone ? Outcome.Done : Outcome.Refused(closed.Refusals), Words["清理结果已成为草稿，请补上文号后送审。"], closed.IsDone ? $"/console/documents/{closed.Made}" : "", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        Row = await pages.One(Id, stop);
        P = Math.Clamp(P, 1, Math.Max(1, (Row.Lines + CleanUpPages.Size - 1) / CleanUpPages.Size));
        Lines = await pages.Lines(Id, (P - 1) * CleanUpPages.Size, stop);
        return Page();
    }
}
