using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Rights;

/// <summary>
/// The same for endpoints as <see cref="PageRights"/> for pages: who holds the permission that the handler names, everybody where it says
/// that it is public, nobody where it says neither. Who is not signed in is sent to sign in first.
/// </summary>
public sealed class EndpointRights : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var named = context.HttpContext.GetEndpoint()?.Metadata;
        if (named?.GetMetadata<PublicAttribute>() is not null) return next(context);

        var actor = context.HttpContext.RequestServices.GetRequiredService<Actor>();
        if (actor.Owes is { } first && context.HttpContext.Request.Path != first) return ValueTask.FromResult<object?>(Results.LocalRedirect("~" + first));
        if (named?.GetMetadata<OwnAffairAttribute>() is not null && actor.AccountId is not null) return next(context);
        if (named?.GetMetadata<PermissionAttribute>() is { } permission && actor.May(permission.Name)) return next(context);
        return ValueTask.FromResult<object?>(actor.AccountId is null ? Results.Challenge() : Results.Forbid());
    }
}
