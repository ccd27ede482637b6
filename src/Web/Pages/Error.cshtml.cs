using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Pages;

/// <summary>Shows a failure under the address where it happened. A form that failed comes here too, with or without its token.</summary>
[Public, IgnoreAntiforgeryToken, DisableRateLimiting]
internal sealed class ErrorModel : PageModel
{
    /// <summary>What the page says; a number to quote stands on it where the person cannot go on alone.</summary>
    public StatusPage Shown => new(Response.StatusCode, Response.StatusCode >= StatusCodes.Status500InternalServerError ? HttpContext.TraceIdentifier : null);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Whoever types the address gets what it really is: a page that is not there.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!failed) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
