using System.CommandLine;

namespace Gongkai.Web.Host;

/// <summary>Runs the program's command line.</summary>
internal static class CommandLine
{
    /// <summary>Time for requests under way when the program is told to stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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
