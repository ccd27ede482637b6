using System.CommandLine;

namespace Gongkai.Web.Host;

/// <summary>Runs the program's command line.</summary>
internal static class CommandLine
{
    /// <summary>Longer than any StopNotice and StopWait together: the site itself ends its waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1260);

    /// <summary>Runs what the arguments name. A problem of the start is one line on standard error; anything else unexpected keeps its trace.</summary>
    /// <returns>Exit code: 0 done, 1 arguments not understood, <see cref="StartProblem.ExitCode"/> could not start.</returns>
    public static async Task<int> Run(this RootCommand program, string[] args)
    {
        try
        {
            return await program.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (StartProblem problem)
        {
            await Console.Error.WriteLineAsync($"gongkai：{problem.Message}");
            return StartProblem.ExitCode;
        }
    }
}
