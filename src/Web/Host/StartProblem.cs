namespace Gongkai.Web.Host;

/// <summary>Why the program cannot start, for the person at the machine: what is wrong and what to do, in one line.</summary>
/// <param name="sentence">Both, without a secret.</param>
internal sealed class StartProblem(string sentence) : Exception(sentence)
{
    /// <summary>Exit code of a program that could not start.</summary>
    public const int ExitCode = 2;
}
