using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties;

/// <summary>A page that turns a form into an act and an outcome into a screen.</summary>
internal abstract class ActPage(IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Why the last act was refused; empty when nothing was.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IStringLocalizer Words => words;

    /// <summary>What was just done, for one time.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Goes on after an act that was done; shows the page again, with everything typed, after one that was refused.</summary>
    /// <param name="outcome">What came of the act.</param>
    /// <param name="said">Sentence that says what was done.</param>
    /// <param name="next">Local address to go on to.</param>
    /// <param name="again">Shows the page again.</param>
    protected async Task<IActionResult> After(Outcome outcome, string said, string next, Func<Task<IActionResult>> again)
    {
        if (outcome.IsDone)
        {
            Done = said;
            return LocalRedirect(next);
        }
        Refusals = outcome.Refusals;
        return await again();
    }
}
