using Gongkai.Plans.Blocks;

namespace Gongkai.Plans;

/// <summary>Reads a yearly work plan (政务公开工作要点、实施方案、任务分解表) into tasks with units, roles, limits and doubts.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan. Whatever was guessed, clipped or looks wrong is reported as a doubt and never corrected.</summary>
    /// <param name="source">The document as a file reader made it.</param>
    /// <param name="year">Plan year where the caller knows it; null to take it from title, text or date.</param>
    /// <returns>The plan; without tasks where the document holds none. Never throws for what the text says.</returns>
    public static Plan Read(SourceText source, int? year = null) => new Grammar.PlanReading(source, year).Plan();
}
