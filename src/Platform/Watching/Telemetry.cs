using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Gongkai.Platform.Audit;

namespace Gongkai.Platform.Watching;

/// <summary>What the program counts of its own work, and the spans it draws; docs/telemetry.md lists both. Costs next to nothing while nobody listens.</summary>
public static class Telemetry
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "Gongkai";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Activities = new(Name);
    private static readonly Counter<long> Acts = Meter.CreateCounter<long>("gongkai.acts", "{act}", "Acts, by name and result");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("gongkai.deliveries", "{event}", "Events handed to handlers, by handler and result");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("gongkai.delivery.lag", "s", "From raising an event to its handler having dealt with it");

    /// <summary>Counts a line of the record.</summary>
    internal static void Recorded(string act, AuditResult result) =>
        Acts.Add(1, new("act", act), new("result", JsonNamingPolicy.KebabCaseLower.ConvertName(result.ToString())));

    /// <summary>Counts an act that was not done.</summary>
    /// <param name="act">The act, or the page that asked for it.</param>
    /// <param name="why">Code of the refusal; no words of a person.</param>
    public static void Refused(string act, string why) => Acts.Add(1, new("act", act), new("result", "refused"), new("why", why));

    /// <summary>Draws a span around the handling of one event.</summary>
    internal static Activity? Delivering(string handler) => Activities.StartActivity("deliver")?.SetTag("handler", handler);

    internal static void Delivered(string handler, TimeSpan lag)
    {
        Deliveries.Add(1, new("handler", handler), new("result", "done"));
        Lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("handler", handler));
    }

    internal static void NotDelivered(string handler) => Deliveries.Add(1, new("handler", handler), new("result", "failed"));
}
