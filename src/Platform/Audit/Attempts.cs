using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Audit;

/// <summary>
/// Leaves an entry about what a signed-in person tried and did not do: a form that was refused or failed, a page or endpoint that the
/// person has no right to. It names the address as a pattern, never what was typed. What ended with an entry of its own leaves no second.
/// A page hands the reasons of a refusal over in <see cref="HttpContext.Items"/> under the type <see cref="Refusal"/>.
/// </summary>
internal sealed class Attempts(RequestDelegate next)
{
    /// <summary>Code of the entries.</summary>
    public const string Act = "platform.Attempt";

    private const int MostReasons = 10;

    public async Task InvokeAsync(HttpContext context, ActorContext acting, Record record)
    {
        if (acting.Current.AccountId is null || IsFailurePage(context))
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            var result = ResultOf(problem);
            if (IsUnsafe(context) || result == AuditResult.Forbidden) await Note(result, (problem as ForbiddenException)?.Permission);
            throw;
        }
        if (Seen(context, acting) is { } seen) await Note(seen, Reasons(context));

        // The person may have gone away meanwhile; what was tried was tried.
        Task Note(AuditResult result, string? reasons) =>
            record.Aside(acting.Current, Act, SubjectOf(context), result, WordsOf(context, reasons), CancellationToken.None);
    }

    /// <returns>Null where nothing needs an entry.</returns>
    private static AuditResult? Seen(HttpContext context, ActorContext acting)
    {
        var status = context.Response.StatusCode;
        if (status == StatusCodes.Status403Forbidden) return AuditResult.Forbidden;
        if (!IsUnsafe(context)) return null;
        if (context.Items.ContainsKey(typeof(Refusal))) return AuditResult.Refused;
        if (status >= StatusCodes.Status400BadRequest) return AuditResult.Failed;
        if (acting.LeftRecord || context.GetEndpoint()?.Metadata.GetMetadata<PublicAttribute>() is not null) return null;
        return status == StatusCodes.Status200OK ? AuditResult.Refused : AuditResult.Done;
    }

    private static AuditResult ResultOf(Exception problem) => problem switch
    {
        ForbiddenException => AuditResult.Forbidden,
        DbUpdateConcurrencyException => AuditResult.Refused,
        _ => AuditResult.Failed,
    };

    private static bool IsUnsafe(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    /// <summary>The request goes through once more to show why it failed; that is no second attempt.</summary>
    private static bool IsFailurePage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string? Reasons(HttpContext context) =>
        context.Items.TryGetValue(typeof(Refusal), out var given) && given is IEnumerable<Refusal> refusals
            ? string.Join('、', refusals.Select(refusal => refusal.Code).Distinct().Take(MostReasons))
            : null;

    /// <summary>The thing whose id stands in the address; none where none does.</summary>
    private static Subject SubjectOf(HttpContext context) =>
        new("page", context.Request.RouteValues.Values.Select(value => Guid.TryParse(value as string, out var id) ? id : Guid.Empty).FirstOrDefault(id => id != Guid.Empty));

    private static string WordsOf(HttpContext context, string? reasons)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "";
        var handler = context.Request.RouteValues.TryGetValue("handler", out var named) || context.Request.Query.ContainsKey("handler") ? HandlerOf(named as string ?? context.Request.Query["handler"]) : "";
        return $"{context.Request.Method} /{pattern}{handler}{(reasons is null ? "" : "：" + reasons)}";
    }

    /// <summary>Names of handlers are words of ours; anything else somebody wrote into the address is left out.</summary>
    private static string HandlerOf(string? name) => name is { Length: > 0 and <= 40 } && name.All(char.IsAsciiLetter) ? $"?handler={name}" : "";
}
