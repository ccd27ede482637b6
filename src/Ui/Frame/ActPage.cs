using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.Frame;

/// <summary>A page that turns a form into an act and an outcome into a screen.</summary>
public abstract class ActPage(IStringLocalizer words) : PageModel, IShownAgain
{
    /// <summary>Why the last act was refused; empty when nothing was.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>The words of the page's module.</summary>
    public IStringLocalizer Words => words;

    /// <summary>What was just done, for one time.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows the page again as it was asked for.</summary>
    protected abstract Task<IActionResult> Again(CancellationToken stop);

    Task<IActionResult> IShownAgain.ShowAgain(CancellationToken stop) => Again(stop);

    /// <summary>What was typed and cannot be read is never taken for nothing: the act is not tried, and the page says which field it was.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid) context.Result = await Again(HttpContext.RequestAborted);
        else await next();
    }

    /// <summary>Goes on after an act that was done; shows the page again, with everything typed, after one that was refused.</summary>
    /// <param name="outcome">What came of the act.</param>
    /// <param name="said">Sentence that says what was done.</param>
    /// <param name="next">Address of this site to go on to.</param>
    /// <param name="again">Shows the page again.</param>
    protected async Task<IActionResult> After(Outcome outcome, string said, string next, Func<Task<IActionResult>> again)
    {
        if (outcome.IsDone)
        {
            Done = said;
            return LocalRedirect("~" + next);
        }
        Refusals = outcome.Refusals;
        HttpContext.Items[typeof(Refusal)] = Refusals; // for the record of what was tried
        return await again();
    }
}
