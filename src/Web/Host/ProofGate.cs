using Gongkai.Platform.Proofs;
using Gongkai.Platform.Watching;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Web.Host;

/// <summary>
/// Stands before the handlers of every page that says <see cref="AsksProofAttribute"/>: a form that proves nothing reaches none of them and is shown again, with what was typed.
/// What else is wrong with a form is said first and uses nothing up.
/// </summary>
internal sealed class ProofGate(ProofDemand demand, Proofs proofs, FailedSenders failed, Senders senders, IStringLocalizer<Ui.Words> words) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method) || ProofDemand.Named(context.ActionDescriptor) is not { } named)
        {
            await next();
            return;
        }
        if (demand.Form(context.ActionDescriptor, context.HttpContext) is { } form && !await Proves(context, form)) return;
        var done = await next();
        if (named.AfterFailures && context.ModelState.IsValid && done.Result is PageResult) failed.Add(senders.Of(context.HttpContext));
    }

    /// <summary>Uses the proof that came; without a good one the page is the answer.</summary>
    private async Task<bool> Proves(PageHandlerExecutingContext context, string form)
    {
        var (http, stop) = (context.HttpContext, context.HttpContext.RequestAborted);
        var sent = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(stop) : FormCollection.Empty;
        string? solution = sent[IProofFields.Solution], ticket = sent[IProofFields.Ticket];
        var isWhole = context.ModelState.IsValid;
        var refusal = isWhole ? await proofs.Use(form, solution, ticket, stop) : null;
        if (isWhole && refusal is null) return true;

        // What was judged and refused is worth nothing more, but for a ticket that only came too early.
        http.Features.Set(new UnusedProof(refusal is null or { Code: Proofs.Early } ? ticket : null, isWhole ? null : solution));
        if (refusal is not null)
        {
            context.ModelState.AddModelError(IProofFields.Solution, words[refusal.Code, [.. refusal.Values]]);
            http.Items[typeof(Refusal)] = new[] { refusal }; // for the record of what was tried
            Telemetry.Refused(context.ActionDescriptor.ViewEnginePath, refusal.Code);
        }
        context.Result = await ((IShownAgain)context.HandlerInstance).ShowAgain(stop);
        return false;
    }
}
