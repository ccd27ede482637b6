using System.IO.Compression;
using Gongkai.Duties;
using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>Holes that somebody could have left in the site; each verdict must find its own.</summary>
internal static class PlantedHoles
{
    public const string Echo = "planted/echo", Throw = "planted/throw", Redirect = "planted/redirect", Sql = "planted/sql", Head = "planted/head",
        Unlocked = "console/planted/{id:guid}", Unpack = "planted/unpack", File = "planted/file",
        Form = "planted/form", Sheet = "planted/sheet";

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
                endpoints.MapGet(Unlocked, (Guid id) => Results.Text($"{id}"));
                endpoints.MapPost(Unlocked, (Guid id, Db db, CancellationToken stop) => db.Set<Evidence>().Where(evidence => evidence.Id == new EvidenceId(id)).ExecuteUpdateAsync(set => set.SetProperty(evidence => evidence.Title, "改过的"), stop));
                endpoints.MapPost(Unpack, async (IFormFile paper) => Results.Text($"{await Unpacked(paper)}")).DisableAntiforgery();
                endpoints.MapGet(File, (string? text, SiteOptions options) => text is { Length: > 0 } && System.IO.File.Exists(Path.Combine(options.Data, text)) ? Results.File(Path.GetFullPath(Path.Combine(options.Data, text))) : Results.NotFound());
                endpoints.MapGet(Redirect, (string? text) => text is { Length: > 0 } && text.All(sign => sign is > ' ' and < '\u007f') ? Results.Redirect(text) : Results.Text(""));
                endpoints.MapGet(Sql, (string? text) => Results.Text(text?.Contains('\'', StringComparison.Ordinal) == true ? "SQLite Error 1: 'near \"or\": syntax error'." : ""));
                endpoints.MapGet(Form, () => Results.Text(Paper("", ""), "text/html"));
                endpoints.MapPost(Form, async (HttpRequest request) => Results.Text(Paper($"<p role=alert>{(await request.ReadFormAsync())["text"]}</p>", "别的"), "text/html")).DisableAntiforgery();
                endpoints.MapGet(Sheet, () => Results.Text("甲,\"=1+1\"\n", "text/csv"));
                endpoints.MapGet(Head, (string? text, HttpContext http) => { http.Response.Headers["X-Echo"] = text; return Results.Text(""); });
            });
            next(app);
        };

        /// <summary>A form that shows a refusal as markup, and in its field something else than was typed.</summary>
        private static string Paper(string refusal, string shown) => $"{refusal}<form method=post action='/{Form}'><input type=text name=text value='{shown}'></form>";

        private static async Task<int> Unpacked(IFormFile paper)
        {
            if (!paper.FileName.EndsWith(".docx", StringComparison.Ordinal)) return 0;
            await using var package = new ZipArchive(paper.OpenReadStream());
            using var part = new StreamReader(await package.Entries[0].OpenAsync());
            return (await part.ReadToEndAsync()).Length;
        }
    }
}
