using System.Text.Encodings.Web;

namespace Gongkai.Web.Host;

/// <summary>What the program says to whoever runs it, and the form of its log: lines for people, or JSON for collectors.</summary>
internal sealed class Announcements(SiteOptions options, ILoggerFactory logs)
{
    /// <summary>Category of these sentences in the log.</summary>
    public const string Category = "Gongkai";

    /// <summary>Says a sentence on standard output: plain, or as a log line where the log is JSON, so that a collector need not tell lines apart.</summary>
    public void Say(string sentence)
    {
        if (options.LogsJson) logs.CreateLogger(Category).LogInformation("{Sentence}", sentence);
        else Console.WriteLine(sentence);
    }

    public static void Use(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.Services.AddSingleton<Announcements>();
        builder.Logging.ClearProviders().AddFilter(Category, LogLevel.Information);
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (options.LogsJson)
        {
            builder.Logging.AddJsonConsole(json =>
            {
                (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
                json.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole(simple => (simple.IncludeScopes, simple.SingleLine, simple.TimestampFormat) = (true, true, "yyyy-MM-dd HH:mm:ss "));
        }
        LogLines.Use(builder.Services);
    }
}
