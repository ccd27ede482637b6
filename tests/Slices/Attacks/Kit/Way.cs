using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>One thing that an endpoint reads from an address or a form.</summary>
/// <param name="Name">Name under which it is sent.</param>
/// <param name="Type">What it is read as.</param>
/// <param name="IsShared">True where every handler of its page reads it, whether it needs it or not.</param>
internal sealed record Opening(string Name, Type Type, bool IsShared = false)
{
    /// <summary>True where any text is read as it is.</summary>
    public bool IsText => Type == typeof(string) || Type == typeof(List<string>) || Type == typeof(string[]);

    public bool IsFile => typeof(IFormFile).IsAssignableFrom(Type);

    /// <summary>Something of its kind that is not hostile.</summary>
    public string Harmless => (Nullable.GetUnderlyingType(Type) ?? Type) switch
    {
        var type when type == typeof(int) || type == typeof(long) => "1",
        var type when type == typeof(Guid) => "00000000-0000-0000-0000-000000000001",
        var type when type == typeof(DateOnly) => "2026-04-10",
        var type when type == typeof(TimeOnly) => "09:30",
        var type when type == typeof(bool) => "true",
        { IsEnum: true } type => Enum.GetNames(type)[0],
        _ => "核对无误",
    };
}

/// <summary>One way to ask an endpoint: its method, for a page its handler, and everything it reads. Told by the running site, kept by no hand.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Handler">Handler of a page; null for the one without a name and for what is no page.</param>
/// <param name="Reads">What it reads, other than from its path.</param>
internal sealed record Way(RouteEndpoint Endpoint, string Method, string? Handler, IReadOnlyList<Opening> Reads)
{
    /// <summary>The framework's own way to files that are not published yet; a published site does not have it.</summary>
    private const string FilesOfTheWorkshop = "{**path:file}";

    /// <summary>Path with its places, such as <c>console/ledger/{id:guid}</c>.</summary>
    public string Pattern => Endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>Names of the places in the path.</summary>
    public IEnumerable<string> Places => Endpoint.RoutePattern.Parameters.Select(place => place.Name);

    public bool IsForm => Method == "POST";

    /// <summary>True where it takes files.</summary>
    public bool TakesFiles => Reads.Any(opening => opening.IsFile);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} /{Pattern}{(Handler is null ? "" : $"?handler={Handler}")}";

    /// <summary>Every way into a running site. Of static files there are hundreds, which read nothing: they are left out.</summary>
    public static async Task<IReadOnlyList<Way>> All(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var ways = new List<Way>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.RoutePattern.RawText is null or FilesOfTheWorkshop || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) ways.AddRange(Of(endpoint, await pages.LoadAsync(page, endpoint.Metadata)));
            else ways.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Way(endpoint, method, null, Parameters(endpoint))));
        }
        return [.. ways.DistinctBy(way => way.ToString())];
    }

    private static IEnumerable<Way> Of(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        foreach (var handler in page.HandlerMethods.Where(handler => handler.HttpMethod.ToUpperInvariant() is "GET" or "POST"))
            yield return new(endpoint, handler.HttpMethod.ToUpperInvariant(), handler.Name, WithoutPlaces(endpoint,
                Bound(handler.HttpMethod).Concat(handler.Parameters.SelectMany(parameter => Openings(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType)))));
        if (!page.HandlerMethods.Any(handler => handler.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase))) yield return new(endpoint, "GET", null, WithoutPlaces(endpoint, Bound("GET")));

        IEnumerable<Opening> Bound(string method) => page.BoundProperties
            .Where(property => property.BindingInfo?.RequestPredicate?.Invoke(new() { HttpContext = new DefaultHttpContext { Request = { Method = method.ToUpperInvariant() } } }) != false)
            .SelectMany(property => Openings(property.BindingInfo?.BinderModelName ?? property.Name, property.ParameterType)).Select(opening => opening with { IsShared = true });
    }

    private static IReadOnlyList<Opening> Parameters(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<MethodInfo>() is not { } method ? [] : WithoutPlaces(endpoint, method.GetParameters()
        .Where(parameter => IsSimple(parameter.ParameterType) || typeof(IFormFile).IsAssignableFrom(parameter.ParameterType) || parameter.IsDefined(typeof(AsParametersAttribute)))
        .SelectMany(parameter => Openings(parameter.IsDefined(typeof(AsParametersAttribute)) ? "" : parameter.Name!, parameter.ParameterType)));

    private static IReadOnlyList<Opening> WithoutPlaces(RouteEndpoint endpoint, IEnumerable<Opening> openings) =>
        [.. openings.Where(opening => endpoint.RoutePattern.GetParameter(opening.Name) is null).DistinctBy(opening => opening.Name, StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<Opening> Openings(string name, Type type)
    {
        if (IsSimple(type) || typeof(IFormFile).IsAssignableFrom(type)) return [new(name, type)];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return type.GetGenericArguments()[0] is var item && IsSimple(item) ? [new(name, item == typeof(string) ? type : item)] : Openings($"{name}[0]", item);
        if (!type.IsClass || type.Namespace?.StartsWith("Gongkai", StringComparison.Ordinal) != true) return [];
        return type.GetProperties().Where(property => property.CanWrite).SelectMany(property => Openings(name.Length == 0 ? property.Name : $"{name}.{property.Name}", property.PropertyType));
    }

    private static bool IsSimple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } or { IsPrimitive: true }
        || (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateOnly) || plain == typeof(TimeOnly) || plain == typeof(decimal));
}
