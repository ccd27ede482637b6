using Gongkai.Platform.Proofs;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Host;

/// <summary>Brings proofs to the pages: which form asks for one, what it carries, and where a browser gets its challenge.</summary>
internal static class ProofForms
{
    /// <summary>Where a browser gets a challenge, with the name of the form as <c>form</c>.</summary>
    public const string Address = "/proof";

    /// <exception cref="StartProblem">A setting cannot be used.</exception>
    public static void AddProofForms(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Read(builder.Configuration));
        builder.Services.AddSingleton<Senders>().AddScoped<ProofDemand>().AddScoped<IProofFields, ProofFields>();
    }

    /// <summary>Maps <c>GET /proof?form=</c>.</summary>
    /// <returns>The endpoint, so that the host can say that it is public.</returns>
    public static IEndpointConventionBuilder MapProofs(this IEndpointRouteBuilder site) => site.MapGet(Address, Challenge);

    private static Results<JsonHttpResult<WorkChallenge>, BadRequest, NotFound> Challenge(HttpContext http, Proofs proofs, ProofSettings settings, string? form)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!settings.Asked) return TypedResults.NotFound();
        return Proofs.CanBeForm(form) ? TypedResults.Json(proofs.Challenge(form!)) : TypedResults.BadRequest();
    }

    private static ProofSettings Read(ConfigurationManager configuration)
    {
        try
        {
            var settings = configuration.GetSection(ProofSettings.Section).Get<ProofSettings>() ?? new();
            if (settings.IsUsable) return settings;
        }
        catch (InvalidOperationException)
        {
            // Not a number, or not true or false: the same sentence helps.
        }
        throw new StartProblem("表单自动检查的设置（Proof）不能用：Difficulty 请写 1 到 1000000，WaitSeconds 0 到 600，LastingMinutes 1 到 1440 且长于等待，Failures 0 到 1000，Asked 写 true 或 false。");
    }
}

/// <summary>Tells who is counted as one, as <see cref="RequestLimits"/> counts.</summary>
internal sealed class Senders(SiteOptions options)
{
    private readonly bool _isBehindProxy = !string.IsNullOrWhiteSpace(options.Proxies);

    /// <returns>Null for whom nothing is counted.</returns>
    public string? Of(HttpContext http) => RequestLimits.Sender(http.Connection.RemoteIpAddress, _isBehindProxy);
}

/// <summary>Tells whether the forms of a page must carry a proof now.</summary>
internal sealed class ProofDemand(ProofSettings settings, FailedSenders failed, Senders senders)
{
    /// <summary>What the page says about its forms; null where it says nothing.</summary>
    public static AsksProofAttribute? Named(ActionDescriptor page) =>
        (page as CompiledPageActionDescriptor)?.HandlerTypeInfo.GetCustomAttributes(typeof(AsksProofAttribute), inherit: true).OfType<AsksProofAttribute>().SingleOrDefault()
        ?? page.EndpointMetadata.OfType<AsksProofAttribute>().SingleOrDefault();

    /// <summary>Name of the form that must prove itself; null where it need not.</summary>
    public string? Form(ActionDescriptor page, HttpContext http) =>
        settings.Asked && Named(page) is { } named && (!named.AfterFailures || failed.MustProve(senders.Of(http))) ? named.Form : null;
}

/// <summary>What came with a form and was not used: it stays in the form, so that nobody waits or works twice.</summary>
/// <param name="Ticket">The ticket sent.</param>
/// <param name="Solution">The solution sent.</param>
internal sealed record UnusedProof(string? Ticket, string? Solution);

/// <summary>Gives a form what it carries.</summary>
internal sealed class ProofFields(Proofs proofs, ProofDemand demand, ProofSettings settings) : IProofFields
{
    public ProofField? Of(ViewContext view)
    {
        var http = view.HttpContext;
        if (ProofDemand.Named(view.ActionDescriptor) is null) throw new InvalidOperationException($"{view.ActionDescriptor.DisplayName} shows a proof and does not say [AsksProof(…)]");
        if (demand.Form(view.ActionDescriptor, http) is not { } form) return null;

        var unused = http.Features.Get<UnusedProof>();
        var kept = proofs.Wait(form, unused?.Ticket);
        var ticket = kept is null ? proofs.Ticket(form) : unused!.Ticket!;
        return new($"{http.Request.PathBase}{ProofForms.Address}?form={form}", ticket, kept ?? proofs.Wait(form, ticket) ?? 0, settings.LastingMinutes * 60, unused?.Solution);
    }
}
