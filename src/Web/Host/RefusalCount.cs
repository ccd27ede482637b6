using Gongkai.Platform.Watching;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Web.Host;

/// <summary>Counts acts that pages asked for and that were refused.</summary>
internal sealed class RefusalCount : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        if (context.HandlerInstance is ActPage { Refusals: [var first, ..] } page) Telemetry.Refused(page.PageContext.ActionDescriptor.ViewEnginePath, first.Code);
    }
}
