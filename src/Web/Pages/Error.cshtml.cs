using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Pages;

/// <summary>Shows a failure under the address where it happened. A form that failed comes here too, with or without its token.</summary>
[Public, IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    /// <summary>HTTP status of the failure.</summary>
    public int Code { get; private set; }

    /// <summary>What to quote when asking for help; null where the person can go on alone.</summary>
    public string? RequestId => Code >= StatusCodes.Status500InternalServerError ? HttpContext.TraceIdentifier : null;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Whoever types the address gets what it really is: a page that is not there.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!failed) Response.StatusCode = StatusCodes.Status404NotFound;
        Code = Response.StatusCode;
    }
}
