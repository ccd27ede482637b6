using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Platform.Scans;

/// <summary>Registers scanning. The host adds the <see cref="ScanSettings"/>; without them there is no scanner.</summary>
internal static class ScansSetup
{
    public static void AddScans(this IServiceCollection services)
    {
        services.TryAddSingleton(new ScanSettings());
        services.AddSingleton<Clamd>().AddSingleton<FileSweep>().AddScoped<Quarantine>().AddScoped<FileScans>();
    }
}
