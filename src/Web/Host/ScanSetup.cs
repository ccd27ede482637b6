using Gongkai.Platform.Scans;

namespace Gongkai.Web.Host;

/// <summary>Reads how files are scanned.</summary>
internal static class ScanSetup
{
    /// <exception cref="StartProblem">A setting cannot be used.</exception>
    public static void AddScanSettings(this WebApplicationBuilder builder) => builder.Services.AddSingleton(Read(builder.Configuration));

    private static ScanSettings Read(ConfigurationManager configuration)
    {
        try
        {
            var settings = configuration.GetSection(ScanSettings.Section).Get<ScanSettings>() ?? new();
            if (settings.IsUsable) return settings;
        }
        catch (InvalidOperationException)
        {
            // Not a number, or not true or false: the same sentence helps.
        }
        throw new StartProblem("查毒的设置（Scan）不能用：Socket 请写 /run/clamav/clamd.ctl 这样的路径或者 主机:端口；Required 写 true 或 false，写 true 时必须有 Socket；TimeoutSeconds 1 到 600，Megabytes 1 到 4000，RescanDays 1 到 365。");
    }
}
