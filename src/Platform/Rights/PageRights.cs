using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Rights;

/// <summary>
/// Deny by default: a page is shown to who holds the permission it names, to everybody if it says that it is public,
/// to every signed-in person if it says that it is the person's own affair, and to nobody if it says none of these. The host says it for the
/// pages of the frame, which know no permissions. Who is not signed in is sent to sign in first; who owes something, to where it is settled.
/// </summary>
public sealed class PageRights : IAsyncAuthorizationFilter
{
    /// <inheritdoc/>
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page) return Task.CompletedTask;

        var model = page.HandlerTypeInfo;
        if (model.IsDefined(typeof(PublicAttribute)) || page.EndpointMetadata.OfType<PublicAttribute>().Any()) return Task.CompletedTask;

        var actor = context.HttpContext.RequestServices.GetRequiredService<Actor>();
        if (actor.Owes is { } first && context.HttpContext.Request.Path != first)
        {
            context.Result = new LocalRedirectResult("~" + first);
            return Task.CompletedTask;
        }
        if (model.IsDefined(typeof(OwnAffairAttribute)) && actor.AccountId is not null) return Task.CompletedTask;
        if (PermissionAttribute.Of(model) is { } permission && actor.May(permission)) return Task.CompletedTask;
        context.Result = actor.AccountId is null ? new ChallengeResult() : new ForbidResult();
        return Task.CompletedTask;
    }
}
