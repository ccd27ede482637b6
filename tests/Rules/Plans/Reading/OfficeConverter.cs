using System.Diagnostics;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

/// <summary>LibreOffice, where it is installed: makes real files that no code of ours has written.</summary>
internal sealed class OfficeConverter : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-office-");
    private readonly string _program;

    private OfficeConverter(string program) => _program = program;

    /// <summary>Finds LibreOffice or skips the test.</summary>
    public static OfficeConverter FindOrSkip() => new(Program("soffice"));

    /// <summary>Finds a program on the path or skips the test by its name.</summary>
    public static string Program(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{name} is not installed here");
        return path!;
    }

    /// <summary>Converts a file.</summary>
    /// <param name="name">File name; its ending tells LibreOffice what it is.</param>
    /// <param name="content">The file.</param>
    /// <param name="to">Target format as for <c>--convert-to</c>.</param>
    /// <param name="filter">Import filter; null to let it choose.</param>
    public byte[] Convert(string name, byte[] content, string to, string? filter = null)
    {
        var source = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(source, content);
        var output = _folder.CreateSubdirectory("out").FullName;
        var start = new ProcessStartInfo(_program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // A profile of its own, so that tests and other users of the machine do not wait for each other.
        string[] arguments = [$"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", .. filter is null ? Array.Empty<string>() : [$"--infilter={filter}"], "--convert-to", to, "--outdir", output, source];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        process.WaitForExit();
        var made = Directory.GetFiles(output);
        Assert.True(made.Length > 0, said.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
        return File.ReadAllBytes(made[0]);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
