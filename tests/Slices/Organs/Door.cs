using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Organs;

/// <summary>One way into the site, as the running site has it: a page or an endpoint, and whom it says it is for.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">An address that it answers to.</param>
/// <param name="Permission">Permission named; null where none is.</param>
/// <param name="IsPublic">True where it says that it is for everybody.</param>
/// <param name="IsOwnAffair">True where it says that it is for every signed-in person.</param>
internal sealed record Door(string Method, string Address, string? Permission, bool IsPublic, bool IsOwnAffair)
{
    /// <summary>The framework's own way to files that are not published yet; a published site does not have it.</summary>
    private const string FilesOfTheWorkshop = "{**path:file}";

    /// <summary>True for who holds a role; null stands for somebody signed in without a post.</summary>
    public bool IsOpenTo(Role? role) => IsPublic || IsOwnAffair || (Permission is { } needed && role?.Permissions.Contains(needed) == true);

    /// <summary>Every door of a running site. Static files are left out: there are hundreds, and each must say that it is public.</summary>
    /// <exception cref="InvalidOperationException">A static file is not public.</exception>
    public static async Task<IReadOnlyList<Door>> All(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.RoutePattern.RawText == FilesOfTheWorkshop) continue;
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is { } file)
            {
                if (endpoint.Metadata.GetMetadata<PublicAttribute>() is null) throw new InvalidOperationException($"{file.Route} does not say that it is public.");
                continue;
            }
            var compiled = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? await pages.LoadAsync(page, endpoint.Metadata) : null;
            doors.Add(new(
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var method, ..] ? method : "GET",
                AddressOf(endpoint.RoutePattern),
                compiled is null ? endpoint.Metadata.GetMetadata<PermissionAttribute>()?.Name : PermissionAttribute.Of(compiled.HandlerTypeInfo),
                Says<PublicAttribute>(endpoint, compiled),
                Says<OwnAffairAttribute>(endpoint, compiled)));
        }
        return [.. doors.Distinct().OrderBy(door => door.Address, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Address} ({Permission ?? (IsPublic ? "public" : IsOwnAffair ? "own affair" : "no rule")})";

    private static bool Says<T>(RouteEndpoint endpoint, CompiledPageActionDescriptor? page) where T : Attribute =>
        endpoint.Metadata.GetMetadata<T>() is not null || page?.HandlerTypeInfo.IsDefined(typeof(T), inherit: false) == true;

    /// <summary>The pattern with something in each place: an id that nothing has, so that whoever is let in finds nothing.</summary>
    private static string AddressOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Value(parameter, pattern),
        _ => "",
    }))));

    private static string Value(RoutePatternParameterPart parameter, RoutePattern pattern)
    {
        var kinds = parameter.ParameterPolicies.Select(policy => policy.Content).Concat(pattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies) ? policies.Select(policy => policy.Content) : []).ToList();
        return kinds.Contains("int") || kinds.Contains("long") ? "1" : "00000000-0000-0000-0000-0000000000ff";
    }
}
