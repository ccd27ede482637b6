using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Host;

/// <summary>Every failure ends in a page that says what happened and what to do, never in a trace.</summary>
internal static class FailurePages
{
    /// <summary>Address under which the page for a status is rendered; <c>{0}</c> is the status.</summary>
    private const string Page = "/error/{0}";

    /// <summary>For the case that not even the page can be rendered (the database is gone).</summary>
    private const string LastWords = "系统暂时不能办理。请过几分钟再试；已经保存的内容不受影响。";

    public static void UseFailurePages(this WebApplication app)
    {
        app.Use(SayLastWords);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = failure => StatusOf(failure.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute(Page);
        app.Use(ShowToAll);
    }

    private static int StatusOf(Exception problem) => problem switch
    {
        MissingException => StatusCodes.Status404NotFound,
        ForbiddenException => StatusCodes.Status403Forbidden,
        WithheldException withheld => withheld.IsInfected ? StatusCodes.Status410Gone : StatusCodes.Status423Locked,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        DbUpdateException taken when UniqueKeys.AreBrokenBy(taken) => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Where somebody asks what a page takes, the framework answers for every page that all is well; for the page of a failure it is not.</summary>
    private static async Task ShowToAll(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request.Method;
        if (HttpMethods.IsOptions(asked) && context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
        await next(context);
        context.Request.Method = asked;
    }

    private static async Task SayLastWords(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // The exception handler has logged it already.
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(LastWords, context.RequestAborted);
        }
    }
}
