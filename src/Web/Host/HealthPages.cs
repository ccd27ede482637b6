using System.Net;
using Gongkai.Platform.Rights;

namespace Gongkai.Web.Host;

/// <summary>For whoever watches: <c>/healthz</c> says that the program lives, <c>/readyz</c> whether it should get requests.</summary>
internal static class HealthPages
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).WithMetadata(new PublicAttribute()).DisableRateLimiting();
        app.MapGet("/readyz", Ready).WithMetadata(new PublicAttribute()).DisableRateLimiting();
    }

    /// <summary>What is wrong is told to this machine only; whoever comes through a proxy is not of this machine.</summary>
    private static async Task<IResult> Ready(HttpContext context, Readiness readiness)
    {
        var obstacles = await readiness.Obstacles(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        var detail = IsThisMachine(context) && obstacles.Count > 0 ? " " + string.Join(' ', obstacles) : "";
        return Results.Text(obstacles.Count == 0 ? "ready" : "not ready" + detail, statusCode: obstacles.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(header => header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase) || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
}
