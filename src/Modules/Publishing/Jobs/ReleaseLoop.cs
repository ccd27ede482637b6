using Gongkai.Platform.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Publishing.Jobs;

/// <summary>Looks every two seconds for what is due, as long as the site runs.</summary>
internal sealed class ReleaseLoop(ScheduledReleases releases, IHostApplicationLifetime lifetime, ILogger<ReleaseLoop> log) : RestingLoop(TimeSpan.FromSeconds(2), lifetime, log)
{
    protected override Task Turn(CancellationToken stop) => releases.Run(stop);
}
