using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Gongkai.Plans.Reading;

/// <summary>Runs poppler's pdftotext on a file, within a time and size.</summary>
internal static class PdfToText
{
    private const int PdfSyntaxError = 1;

    /// <summary>Runs it.</summary>
    /// <returns>Words with their places, in poppler's <c>-bbox</c> form.</returns>
    /// <exception cref="UnreadableException">It is not installed, refuses the file, or takes too long.</exception>
    public static string Run(ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        // A file and not standard input: older versions of pdftotext read files only.
        // Its folder is readable for nobody else.
        var folder = Directory.CreateTempSubdirectory("gongkai-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.pdf");
            File.WriteAllBytes(file, bytes.Span);
            return Run(file, limits);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string file, ReadingLimits limits)
    {
        using var process = Start(file, limits);
        using var deadline = new CancellationTokenSource(limits.PdfTime);
        using var kill = deadline.Token.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = ReadUpTo(process.StandardOutput, limits.ExpandedBytes / sizeof(char));
        if (output is null)
        {
            Kill(process);
            throw new UnreadableException(ReadingFailures.TooManyParts);
        }

        process.WaitForExit();
        if (deadline.IsCancellationRequested) throw new UnreadableException(ReadingFailures.PdfTimeout);
        if (process.ExitCode == 0) return output;

        var isLocked = errors.GetAwaiter().GetResult().Contains("password", StringComparison.OrdinalIgnoreCase);
        throw new UnreadableException(isLocked && process.ExitCode == PdfSyntaxError ? ReadingFailures.Encrypted : ReadingFailures.Damaged);
    }

    private static Process Start(string file, ReadingLimits limits)
    {
        var start = new ProcessStartInfo(limits.PdfToText)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in (ReadOnlySpan<string>)["-bbox", "-enc", "UTF-8", file, "-"]) start.ArgumentList.Add(argument);
        // Errors are wanted in English whatever the machine speaks.
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start) ?? throw new UnreadableException(ReadingFailures.NoPdfToText);
        }
        catch (Win32Exception)
        {
            throw new UnreadableException(ReadingFailures.NoPdfToText);
        }
    }

    private static string? ReadUpTo(StreamReader reader, long most)
    {
        var text = new StringBuilder();
        var buffer = new char[1 << 16];
        while (reader.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            text.Append(buffer, 0, read);
            if (text.Length > most) return null;
        }

        return text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime, which is what was wanted.
        }
    }
}
