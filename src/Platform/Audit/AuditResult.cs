namespace Gongkai.Platform.Audit;

/// <summary>What came of something that was tried.</summary>
public enum AuditResult
{
    /// <summary>It was done and is stored.</summary>
    Done,

    /// <summary>There were reasons against it; nothing was changed.</summary>
    Refused,

    /// <summary>The person has no right to it; nothing was changed or shown.</summary>
    Forbidden,

    /// <summary>It went wrong; nothing was changed.</summary>
    Failed,
}

/// <summary>Results as they are stored.</summary>
public static class AuditResults
{
    /// <summary>The stored word: <c>done</c>, <c>refused</c>, <c>forbidden</c>, <c>failed</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such result.</exception>
    public static string Word(this AuditResult result) => result switch
    {
        AuditResult.Done => "done",
        AuditResult.Refused => "refused",
        AuditResult.Forbidden => "forbidden",
        AuditResult.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>Reads a stored word back.</summary>
    internal static AuditResult Read(string word) => Enum.GetValues<AuditResult>().First(result => result.Word() == word);
}
