using System.Diagnostics;
using System.Text;
using Xunit;

namespace Gongkai.Slices.Duties;

/// <summary>LibreOffice, where it is installed: opens our files as somebody's office program would.</summary>
internal sealed class ExportOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-export-");
    private readonly string _program;

    private ExportOffice(string program) => _program = program;

    /// <summary>Finds LibreOffice or skips the test.</summary>
    public static ExportOffice FindOrSkip()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "soffice is not installed here");
        return new(path!);
    }

    /// <summary>What LibreOffice reads in a file.</summary>
    /// <param name="name">File name; its ending tells what it is.</param>
    /// <param name="content">The file.</param>
    /// <param name="to">Text format as for <c>--convert-to</c>.</param>
    public string Text(string name, byte[] content, string to)
    {
        var source = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(source, content);
        var output = _folder.CreateSubdirectory("out").FullName;
        var start = new ProcessStartInfo(_program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // A profile of its own, so that tests and other users of the machine do not wait for each other.
        foreach (var argument in new[] { $"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", to, "--outdir", output, source }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        process.WaitForExit();
        var made = Directory.GetFiles(output);
        Assert.True(made.Length > 0, said.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
        return Encoding.UTF8.GetString(File.ReadAllBytes(made[0]));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
