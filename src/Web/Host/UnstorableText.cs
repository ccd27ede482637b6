using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Web.Host;

/// <summary>
/// U+0000 and U+FFFE are no text. Nobody can type them; PostgreSQL does not keep the one, and names are compared by a normal form that the other
/// has none of. A request that has them in its address or in its form is bad, for pages and endpoints alike.
/// </summary>
internal sealed class UnstorableText : IAsyncResourceFilter
{
    /// <summary>Looks at the address of every request; the form is looked at by the filter, when it is known that the person may send it.</summary>
    public static void Refuse(WebApplication app) => app.Use((context, next) =>
    {
        if (!IsIn(context.Request.Path) && !context.Request.Query.Any(IsIn)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isFailure = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null; // its page is shown whatever was sent
        if (isFailure || !http.Request.HasFormContentType || await IsReadable(http)) await next();
        else context.Result = new BadRequestResult();
    }

    private static async Task<bool> IsReadable(HttpContext http)
    {
        try
        {
            return !(await http.Request.ReadFormAsync(http.RequestAborted)).Any(IsIn);
        }
        catch (InvalidDataException)
        {
            return false; // the framework's own words for a form that is none, or that has too much in it
        }
    }

    private static bool IsIn(KeyValuePair<string, StringValues> sent) => IsIn(sent.Key) || sent.Value.Any(IsIn);

    private static bool IsIn(string? text) => text.AsSpan().IndexOfAny('\0', '\ufffe') >= 0;
}
