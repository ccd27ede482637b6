namespace Gongkai.Web.Host;

/// <summary>Tells every browser what a page of this site may do: nothing but what is served by the site itself, and no code inside a page.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A file that somebody uploaded: even a browser that shows it runs nothing of it.</summary>
    private const string DownloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>Sets the headers on every response, those of failures too.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.Use((context, next) =>
        {
            var path = context.Request.Path; // below a path of another site it is another one once everything is done
            // A failure clears what was set before it; at the start of the response everything is said.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ? DownloadPolicy : Policy;
                if (IsForStaff(context, path)) headers.CacheControl = "no-store";
                headers.XFrameOptions = "DENY";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>What one person was shown is not kept for the next one at the same machine.</summary>
    private static bool IsForStaff(HttpContext context, PathString path) =>
        path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase)
        || (context.User.Identity?.IsAuthenticated == true && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true);
}
