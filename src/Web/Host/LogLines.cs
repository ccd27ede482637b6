using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Gongkai.Web.Host;

/// <summary>
/// Writes the log without the secrets of one-time links. They are paths, so the framework puts them into its lines about a request and into
/// the scope of every line within one.
/// </summary>
internal sealed partial class LogLines(ConsoleFormatter form) : ConsoleFormatter(form.Name)
{
    /// <summary>Puts itself before every form of the log that is registered by now.</summary>
    public static void Use(IServiceCollection services)
    {
        foreach (var form in services.Where(service => service.ServiceType == typeof(ConsoleFormatter)).ToList())
        {
            services.Remove(form);
            services.AddSingleton<ConsoleFormatter>(provider => new LogLines((ConsoleFormatter)ActivatorUtilities.CreateInstance(provider, form.ImplementationType!)));
        }
    }

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        form.Write(logEntry, scopeProvider, line);
        // What the program says to whoever starts it may be the link itself.
        textWriter.Write(logEntry.Category == Announcements.Category ? line.ToString() : OneTimePath().Replace(line.ToString(), "$1…"));
    }

    [GeneratedRegex("(/(?:link|setup)/)[A-Za-z0-9_%-]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OneTimePath();
}
