using Microsoft.Extensions.Hosting;

namespace Gongkai.Organs;

/// <summary>Has the roles made when the site starts: what must stay apart and does not keeps it from starting, instead of failing at the first request.</summary>
/// <param name="roles">Asked for and thereby made.</param>
internal sealed class RolesAtStart(Roles roles) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        roles.All.Count > 0 ? Task.CompletedTask : throw new InvalidOperationException("There are no roles.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
