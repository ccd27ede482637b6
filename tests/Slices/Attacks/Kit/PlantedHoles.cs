using Gongkai.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>Holes that somebody could have left in the site; each verdict must find its own.</summary>
internal static class PlantedHoles
{
    public const string Echo = "planted/echo", Throw = "planted/throw", Redirect = "planted/redirect", Sql = "planted/sql", Head = "planted/head";

    /// <summary>Adds them past every guard of the site.</summary>
    public static Site WithHoles(this Site site) => site.With(services => services.AddSingleton<IStartupFilter, Holes>());

    private sealed class Holes : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseRouting();
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapGet(Echo, (string? text) => Results.Text($"<p>{text}</p>", "text/html"));
                endpoints.MapGet(Throw, (string? text) => text is "核对无误" or null ? Results.Text("") : Results.Text($"System.FormatException: {text.Length}\n   at Gongkai.Planted.Run()", statusCode: 500));
                endpoints.MapGet(Redirect, (string? text) => text is { Length: > 0 } && text.All(sign => sign is > ' ' and < '\u007f') ? Results.Redirect(text) : Results.Text(""));
                endpoints.MapGet(Sql, (string? text) => Results.Text(text?.Contains('\'', StringComparison.Ordinal) == true ? "SQLite Error 1: 'near \"or\": syntax error'." : ""));
                endpoints.MapGet(Head, (string? text, HttpContext http) => { http.Response.Headers["X-Echo"] = text; return Results.Text(""); });
            });
            next(app);
        };
    }
}
