using System.Collections.Concurrent;
using Gongkai.Platform.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Testing;

/// <summary>Permissions that a test lends to accounts, beside what their posts give.</summary>
internal sealed class LentRights
{
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<Grant> Grants, Guid? Within)> _lent = [];

    /// <param name="account">Whom they are lent to.</param>
    /// <param name="permissions">What is lent.</param>
    /// <param name="within">The organ within which it holds; null for everywhere.</param>
    public void Lend(Guid account, IEnumerable<string> permissions, Guid? within = null) => _lent[account] = ([.. permissions.Select(permission => new Grant(permission, within))], within);

    /// <summary>Puts itself before the site's own answer.</summary>
    public void Decorate(IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(IRights));
        services.Remove(own);
        services.AddScoped<IRights>(provider => new Both(this, (IRights)Make(own, provider)));
    }

    private static object Make(ServiceDescriptor own, IServiceProvider provider) =>
        own.ImplementationFactory?.Invoke(provider) ?? own.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!);

    private sealed class Both(LentRights lent, IRights own) : IRights
    {
        public async Task<Rights> Of(Guid accountId, DateOnly today, CancellationToken stop) => With(accountId, await own.Of(accountId, today, stop));

        public async Task<Rights> OfAndToCome(Guid accountId, DateOnly today, CancellationToken stop) => With(accountId, await own.OfAndToCome(accountId, today, stop));

        private Rights With(Guid accountId, Rights held) =>
            lent._lent.TryGetValue(accountId, out var more) ? held with { Grants = [.. held.Grants, .. more.Grants], Scopes = more.Within is { } organ ? [organ, .. held.Scopes] : held.Scopes } : held;
    }
}
