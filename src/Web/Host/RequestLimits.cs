using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Gongkai.Platform.Files;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gongkai.Web.Host;

/// <summary>How much one address may ask for in a minute, and how long and how large a request may be. Settings; 0 = without limit.</summary>
internal sealed record LimitSettings
{
    /// <summary>Section of the configuration that fills this record.</summary>
    public const string Section = "Limits";

    /// <summary>Requests of one address in a minute. A whole office may stand behind one address.</summary>
    public int Requests { get; init; } = 1200;

    /// <summary>Forms that one address may send to one page in a minute.</summary>
    public int Forms { get; init; } = 60;

    /// <summary>Tries to sign in from one address in a minute.</summary>
    public int SignIns { get; init; } = 20;

    /// <summary>Challenges that one address may ask for in a minute.</summary>
    public int Proofs { get; init; } = 120;

    /// <summary>Largest request, in MiB: the largest upload and the form around it.</summary>
    public int RequestMegabytes { get; init; } = 50;

    /// <summary>Largest file that is taken, in MiB.</summary>
    public int UploadMegabytes { get; init; } = 30;

    /// <summary>Longest time for the head of a request, in seconds.</summary>
    public int HeadSeconds { get; init; } = 15;

    /// <summary>Bytes in a second that a sender must reach after <see cref="BodySeconds"/>; slower ones are cut off.</summary>
    public int BytesPerSecond { get; init; } = 240;

    /// <summary>Seconds in which the body of a request may be slower than that; 2 at least.</summary>
    public int BodySeconds { get; init; } = 5;
}

/// <summary>Keeps one visitor from taking the site away from all others.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection(LimitSettings.Section).Get<LimitSettings>() ?? new());
        builder.Services.AddSingleton(provider => new UploadLimit(provider.GetRequiredService<LimitSettings>().UploadMegabytes));
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<LimitSettings, SiteOptions>((limiter, limits, options) =>
        {
            var isBehindProxy = !string.IsNullOrWhiteSpace(options.Proxies);
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limiter(limits.Requests, request => ""),
                Limiter(limits.Forms, request => HttpMethods.IsPost(request.Method) ? request.Path.Value?.TrimEnd('/').ToUpperInvariant() : null), // /sign-in/ is /sign-in
                Limiter(limits.Proofs, request => request.Path.StartsWithSegments(ProofForms.Address) ? "proof" : null),
                Limiter(limits.SignIns, request => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/sign-in") ? "sign-in" : null));
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };

            PartitionedRateLimiter<HttpContext> Limiter(int most, Func<HttpRequest, string?> kind) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
                most > 0 && kind(context.Request) is { } counted && Sender(context.Connection.RemoteIpAddress, isBehindProxy) is { } sender
                    ? RateLimitPartition.GetFixedWindowLimiter($"{sender} {counted}", _ => new() { PermitLimit = most, Window = Minute, QueueLimit = 0 })
                    : RateLimitPartition.GetNoLimiter(""));
        });
        builder.Services.AddOptions<KestrelServerOptions>().Configure<LimitSettings>((server, limits) =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = limits.RequestMegabytes == 0 ? null : limits.RequestMegabytes * 1024L * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeadSeconds);
            server.Limits.MinRequestBodyDataRate = limits.BytesPerSecond == 0 ? null : new(limits.BytesPerSecond, TimeSpan.FromSeconds(limits.BodySeconds));
        });
    }

    /// <summary>
    /// Who is counted as one: an IPv4 address, or the /64 of an IPv6 address, for a visitor has all of that. The machine itself is not counted unless
    /// proxies are named, since then every visitor would look like it.
    /// </summary>
    /// <returns>Null for whom nothing is counted.</returns>
    public static string? Sender(IPAddress? address, bool isBehindProxy)
    {
        if (address is null || (!isBehindProxy && IPAddress.IsLoopback(address))) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
