using System.Security.Claims;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Gongkai.Ui.Menu;

namespace Gongkai.Web.Host;

/// <summary>Tells the menus what the person of this request may see.</summary>
internal sealed class MenuRights(ActorContext acting) : IMenuPermission
{
    public ValueTask<bool> Holds(ClaimsPrincipal user, string permission, CancellationToken stop) => ValueTask.FromResult(acting.Current.May(permission));
}

/// <summary>Tells the frames who sits at the desk, in the post held today.</summary>
internal static class PersonAtDesk
{
    /// <summary>Stands after the actor is known.</summary>
    public static void UsePersonClaims(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Actor>() is { AccountId: not null } person)
        {
            var known = new ClaimsIdentity([new(PersonClaims.Name, person.Name)]);
            if (person.Post is { } post) known.AddClaim(new(PersonClaims.Place, post));
            context.User.AddIdentity(known);
        }
        return next(context);
    });
}
