using Gongkai.Plans.Blocks;

namespace Gongkai.Plans;

/// <summary>A document cited by the plan (依据文件).</summary>
/// <param name="Title">Title without its outer 《》.</param>
/// <param name="DocumentNumber">Document number (发文字号) as written; null where none is given.</param>
/// <param name="Line">Line of the first citation, from 1.</param>
/// <param name="Planned">True when the plan orders the document to be written rather than cites it.</param>
public sealed record CitedDocument(string Title, string? DocumentNumber, int Line, bool Planned = false);

/// <summary>A yearly work plan (工作要点、实施方案、任务分工) as read.</summary>
public sealed record Plan
{
    /// <summary>The text it was read from.</summary>
    public required SourceText Source { get; init; }

    public string? Title { get; init; }

    /// <summary>The office that signs it; null where the document names none.</summary>
    public string? Issuer { get; init; }

    /// <summary>Addressees (主送单位) as written, one line.</summary>
    public string? Addressees { get; init; }

    /// <summary>Document number (发文字号) as written.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Plan year; null where nothing tells it.</summary>
    public int? Year { get; init; }

    /// <summary>Day under the notice or at the end.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Mark such as 此件公开发布.</summary>
    public string? ReleaseMark { get; init; }

    /// <summary>Documents cited and documents to be written, in order of first citation.</summary>
    public IReadOnlyList<CitedDocument> Documents { get; init; } = [];

    /// <summary>Tasks of the narrative; where the document holds only a table, its rows.</summary>
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    /// <summary>Rows of a breakdown table (任务分解表) that repeats the narrative; empty otherwise.</summary>
    public IReadOnlyList<PlanTask> TableTasks { get; init; } = [];

    /// <summary>Everything a person should look at, in order of place.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}
