using Gongkai.Platform.Rights;
using Gongkai.Ui.Menu;

namespace Gongkai.Web.Host;

/// <summary>
/// Every way into the console leads to its first page. Whoever has no business there, such as an administrator, begins at the first line
/// of their own menu instead of at a refusal.
/// </summary>
internal static class ConsoleStart
{
    private const string First = "/console";

    /// <summary>Stands after the actor is known.</summary>
    public static void UseConsoleStart(this WebApplication app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path != First) return next(context);
        if (context.RequestServices.GetRequiredService<Actor>() is not { AccountId: not null, Owes: null } person) return next(context);
        if (StartOf(person, context.RequestServices.GetServices<MenuItem>()) is not { } start || start == First) return next(context);

        context.Response.Redirect(context.Request.PathBase + start);
        return Task.CompletedTask;
    });

    private static string? StartOf(Actor person, IEnumerable<MenuItem> lines) => lines
        .Where(line => line.Area == MenuArea.Console && (line.Permission is null || person.May(line.Permission)))
        .OrderBy(line => line.Order).ThenBy(line => line.Key, StringComparer.Ordinal).FirstOrDefault()?.Href;
}
