using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gongkai.Testing;

/// <summary>What a finished process left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Finished(int ExitCode, string Out, string Error);

/// <summary>
/// The real program in a process of its own: for what happens to it from outside (a taken port, a kill -9).
/// Nothing of this machine's environment settings reaches it.
/// </summary>
public sealed class GongkaiProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "gongkai.dll");

    private readonly Process _process;
    private readonly ArrivingLines _out = new();
    private readonly ArrivingLines _error = new();

    private GongkaiProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _out.Add(line.Data);
        process.ErrorDataReceived += (_, line) => _error.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts the program.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">Its arguments, such as <c>serve --data …</c>.</param>
    public static GongkaiProcess Start(string folder, params IReadOnlyList<string> arguments) => Start(null, folder, arguments);

    /// <summary>Starts the program as another user of this machine; only root may.</summary>
    /// <param name="user">Name of the user; null for the present one.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    public static GongkaiProcess Start(string? user, string folder, IReadOnlyList<string> arguments) => Start(user, folder, arguments, new Dictionary<string, string>());

    /// <summary>The same with variables of the environment.</summary>
    public static GongkaiProcess Start(string? user, string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        string[] command = [.. user is null ? Array.Empty<string>() : ["runuser", "-u", user, "--"], Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GONGKAI_", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        GiveSecretsApart(start);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>The program takes no password on its command line.</summary>
    private static void GiveSecretsApart(ProcessStartInfo start)
    {
        var at = start.ArgumentList.IndexOf("--database");
        if (at < 0 || !start.ArgumentList[at + 1].Contains("Password=", StringComparison.OrdinalIgnoreCase)) return;
        start.Environment["GONGKAI_DATABASE"] = start.ArgumentList[at + 1];
        start.ArgumentList.RemoveAt(at + 1);
        start.ArgumentList.RemoveAt(at);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Finished> Run(string folder, params IReadOnlyList<string> arguments)
    {
        await using var program = Start(folder, arguments);
        return await program.End();
    }

    /// <summary>Waits until the site answers.</summary>
    /// <returns>Its address, without a slash at its end.</returns>
    public async Task<string> Address()
    {
        var line = await LineWith("网站已在 ");
        return line.Split(' ')[1].TrimEnd('/');
    }

    /// <summary>Waits for a line of standard output.</summary>
    /// <exception cref="InvalidOperationException">The program ended without it.</exception>
    public async Task<string> LineWith(string text) =>
        await _out.Find(text) ?? throw new InvalidOperationException($"The program ended without saying {text}: {_error.All}");

    /// <summary>Fails where it has ended: whoever waits for something it does would wait for ever.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public void StillRuns()
    {
        if (_process.HasExited) throw new InvalidOperationException($"The program ended with exit code {_process.ExitCode}: {_error.All}");
    }

    /// <summary>Ends it as kill -9 does: at once, wherever it is. Returns when it is gone.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as systemd and containers do.</summary>
    public void Terminate()
    {
        using var asking = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        asking.WaitForExit();
    }

    /// <summary>Waits for its own end.</summary>
    public async Task<Finished> End()
    {
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, _out.All, _error.All);
    }

    /// <summary>Kills it where it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    /// <summary>Lines of one stream as they come.</summary>
    private sealed class ArrivingLines
    {
        private readonly ConcurrentQueue<string> _lines = new();
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _ended;

        public string All => string.Join('\n', _lines);

        /// <param name="line">A line; null at the end of the stream.</param>
        public void Add(string? line)
        {
            if (line is null) _ended = true;
            else _lines.Enqueue(line);
            Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }

        public async Task<string?> Find(string text)
        {
            while (true)
            {
                var (more, ended) = (Volatile.Read(ref _more).Task, _ended);
                if (_lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found) return found;
                if (ended) return null;
                await more;
            }
        }
    }
}
