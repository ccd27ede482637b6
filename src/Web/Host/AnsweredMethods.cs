using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Host;

/// <summary>
/// A page answers only what it has a handler for. Left alone, the framework shows a page without running anything where no handler fits,
/// with none of what it shows loaded; and it takes every method named <c>On…</c> for a handler, those it calls itself too.
/// </summary>
internal sealed class AnsweredMethods : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Before the page's own filter, which would load the page to show it.</summary>
    public int Order => int.MinValue;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (IsAnswered(context)) return next();
        context.HttpContext.Response.Headers.Allow = string.Join(", ", Answered(context.ActionDescriptor));
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        return Task.CompletedTask;
    }

    private static bool IsAnswered(PageHandlerExecutingContext context)
    {
        // The page of a failure is shown for whatever failed.
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null) return true;
        var method = context.HttpContext.Request.Method;
        return Answered(context.ActionDescriptor).Contains(method, StringComparer.Ordinal) && (context.HandlerMethod is not null || !HasHandlerFor(context.ActionDescriptor, method));
    }

    /// <summary>Every page can be looked at; forms are sent to those that take them.</summary>
    private static string[] Answered(CompiledPageActionDescriptor page) =>
        HasHandlerFor(page, HttpMethods.Post) ? [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post] : [HttpMethods.Get, HttpMethods.Head];

    private static bool HasHandlerFor(CompiledPageActionDescriptor page, string method) =>
        page.HandlerMethods.Any(handler => handler.HttpMethod.Equals(HttpMethods.IsHead(method) ? HttpMethods.Get : method, StringComparison.OrdinalIgnoreCase));
}
