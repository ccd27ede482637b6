using System.Security.Claims;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Platform.Accounts;

/// <summary>Sets who acts in a request: the signed-in person with today's rights, or the public.</summary>
internal sealed class SignedIn(RequestDelegate next)
{
    /// <summary>Claim that carries the person's name.</summary>
    public const string NameClaim = "gongkai:name";

    public async Task InvokeAsync(HttpContext context, ActorContext actor, IRights rights, TimeProvider time)
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        actor.Current = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? await Person(account)
            : Actor.Public(address);
        await next(context);

        async Task<Actor> Person(Guid id)
        {
            var held = await rights.Of(id, time.LocalDay(), context.RequestAborted);
            var name = context.User.FindFirstValue(NameClaim) ?? context.User.Identity?.Name ?? "";
            return new(id, name, held.Post, held.Scopes, held.Grants, address);
        }
    }
}
