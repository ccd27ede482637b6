using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gongkai.Web.Host;

/// <summary>
/// Who visits, under which name and whether over TLS, is believed from the proxies that the setting Proxies names and from nobody else:
/// anybody can send X-Forwarded-For.
/// </summary>
internal static class TrustedProxies
{
    private static readonly char[] Dividers = [';', ',', ' '];

    /// <summary>Stands before everything that looks at address, host or scheme.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var (proxies, networks) = Read(app.Services.GetRequiredService<SiteOptions>().Proxies);
        if (proxies.Count + networks.Count == 0) return;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // as many as there are trusted proxies; the first address of a stranger ends the reading
            AllowedHosts = [.. (app.Configuration["AllowedHosts"] ?? "*").Split(Dividers, StringSplitOptions.RemoveEmptyEntries)],
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
        foreach (var network in networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Reads addresses and networks (<c>10.0.0.5; 10.1.0.0/16; fd00::/8</c>).</summary>
    /// <exception cref="StartProblem">One of them is neither.</exception>
    public static (IReadOnlyList<IPAddress> Proxies, IReadOnlyList<System.Net.IPNetwork> Networks) Read(string? setting)
    {
        var proxies = new List<IPAddress>();
        var networks = new List<System.Net.IPNetwork>();
        foreach (var word in (setting ?? "").Split(Dividers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(word, out var proxy)) proxies.Add(proxy);
            else if (System.Net.IPNetwork.TryParse(word, out var network)) networks.Add(network);
            else throw new StartProblem($"设置 Proxies 里的“{word}”不是地址也不是网段：请写成 10.0.0.5 或 10.1.0.0/16，多个用分号隔开。");
        }
        return (proxies, networks);
    }
}
