using System.ComponentModel;
using System.Diagnostics;

namespace Gongkai.Plans.Reading;

/// <summary>Runs one of poppler's programs on a document, within a time and size.</summary>
public static class Poppler
{
    /// <summary>Stands among the arguments for the file that the document is put in.</summary>
    public const string File = "{file}";

    private const int PdfSyntaxError = 1;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Name or path of the program.</param>
    /// <param name="arguments">Its arguments, <see cref="File"/> among them.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds: <see cref="ReadingLimits.PdfTime"/> and <see cref="ReadingLimits.ExpandedBytes"/>.</param>
    /// <returns>What it wrote to its output.</returns>
    /// <exception cref="UnreadableException">It is not installed, refuses the file, says too much or takes too long.</exception>
    public static byte[] Run(string program, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(limits);
        // A file and not standard input: older versions of pdftotext read files only.
        // Its folder is readable for nobody else.
        var folder = Directory.CreateTempSubdirectory("gongkai-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.pdf");
            System.IO.File.WriteAllBytes(file, bytes.Span);
            return Run(program, arguments.Select(argument => argument == File ? file : argument), limits);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Run(string program, IEnumerable<string> arguments, ReadingLimits limits)
    {
        using var process = Start(program, arguments);
        using var deadline = new CancellationTokenSource(limits.PdfTime);
        using var kill = deadline.Token.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = ReadUpTo(process.StandardOutput.BaseStream, limits.ExpandedBytes);
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

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
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

    private static byte[]? ReadUpTo(Stream output, long most)
    {
        using var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (output.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            read.Write(buffer, 0, count);
            if (read.Length > most) return null;
        }

        return read.ToArray();
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
