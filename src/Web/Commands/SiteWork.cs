using System.Globalization;
using System.Text;
using Gongkai.Platform.Rights;
using Gongkai.Web.Host;
using Microsoft.Extensions.Localization;

namespace Gongkai.Web.Commands;

/// <summary>Work on a site from the command line, by whoever runs the machine: as the system itself.</summary>
internal static class SiteWork
{
    /// <summary>Exit code of work that was refused; nothing was stored.</summary>
    public const int RefusedCode = 4;

    /// <summary>Opens the site that the settings name and works on it.</summary>
    /// <exception cref="StartProblem">The site cannot be opened.</exception>
    public static async Task<int> Run(IReadOnlyDictionary<string, string?> settings, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        var builder = SiteHost.Compose("data", settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        await using var site = builder.Build();
        await StartTrial.Run(site.Services.GetRequiredService<SiteOptions>(), stop);
        await StartTrial.MatchSchema(site.Services, stop);
        await StartTrial.MatchKeys(site.Services, stop);
        if (site.Services.GetRequiredService<MasterKeySource>().Note is { } note) Console.WriteLine(note);
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        return await work(scope.ServiceProvider);
    }

    /// <summary>Says every reason in a line of its own on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int Refused(IServiceProvider services, IReadOnlyList<Refusal> reasons)
    {
        var texts = services.GetRequiredService<IStringLocalizerFactory>();
        Console.Error.WriteLine("没有办成，什么都没有改动：");
        foreach (var reason in reasons)
        {
            var module = reason.Code.StartsWith("administration.", StringComparison.Ordinal) ? "Gongkai.Administration" : "Gongkai.Organs";
            var sentence = texts.Create("Words", module)[reason.Code];
            Console.Error.WriteLine("  " + (sentence.ResourceNotFound ? reason.Code : string.Format(CultureInfo.InvariantCulture, sentence.Value, [.. reason.Values])));
        }
        return RefusedCode;
    }

    /// <summary>Reads a file of the person at the machine.</summary>
    /// <exception cref="StartProblem">It cannot be read.</exception>
    public static async Task<string> Read(FileInfo file, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName, Encoding.UTF8, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"读不了文件 {file.FullName}：请检查路径和权限。");
        }
    }
}
