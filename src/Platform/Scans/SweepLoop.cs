using Gongkai.Platform.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Scans;

/// <summary>Sweeps once a minute as long as the site runs, so that what came while the scanner was away is scanned soon after it is back.</summary>
internal sealed class SweepLoop(FileSweep sweep, IHostApplicationLifetime lifetime, ILogger<SweepLoop> log) : RestingLoop(TimeSpan.FromMinutes(1), lifetime, log)
{
    protected override Task Turn(CancellationToken stop) => sweep.Run(stop);
}
