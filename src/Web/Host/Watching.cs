using Gongkai.Platform.Backups;
using Gongkai.Platform.Watching;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gongkai.Web.Host;

/// <summary>Sends metrics and traces by OpenTelemetry where somebody said where to; otherwise nothing of it is even loaded.</summary>
internal static class Watching
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public static void Use(WebApplicationBuilder builder, SiteOptions options)
    {
        var endpoint = builder.Configuration[Endpoint] ?? options.Otlp;
        if (string.IsNullOrEmpty(endpoint)) return;
        builder.Configuration.AddInMemoryCollection([new(Endpoint, endpoint), new(Protocol, builder.Configuration[Protocol] ?? "http/protobuf")]);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("gongkai", serviceVersion: Backup.Release, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}"))
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name, "Npgsql")
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(Telemetry.Name, "Npgsql")
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !IsProbe(context.Request.Path)).AddProcessor(new SpanWords()).AddOtlpExporter());
    }

    private static bool IsProbe(PathString path) => path == "/healthz" || path == "/readyz";
}
