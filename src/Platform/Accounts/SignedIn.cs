using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Platform.Accounts;

/// <summary>Sets who acts in a request: the person of a live session with today's rights, or the public.</summary>
internal sealed class SignedIn(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ActorContext actor, IRights rights, TimeProvider time)
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        actor.Current = context.Features.Get<LiveSession>() is { } session ? await Person(session) : Actor.Public(address);
        await next(context);

        async Task<Actor> Person(LiveSession session)
        {
            var held = await rights.Of(session.AccountId, time.LocalDay(), context.RequestAborted);
            var owed = Owed.Of(session, held.Administers);
            return new(session.AccountId, session.Name, held.Post, held.Scopes, owed is null ? held.Grants : [], address) { SessionId = session.Id, Owes = owed };
        }
    }
}
