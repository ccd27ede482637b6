namespace Gongkai.Web.Doctor;

/// <summary>How a finding is meant; the worst one is the exit code.</summary>
internal enum Level
{
    /// <summary>All is well (好).</summary>
    Good = 0,

    /// <summary>The site works; somebody should look (注意).</summary>
    Mind = 1,

    /// <summary>The site does not work, or not for long (不行).</summary>
    Bad = 2,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Level">How it is.</param>
/// <param name="Subject">What was looked at, in a word.</param>
/// <param name="Found">What was found; no secret.</param>
/// <param name="Advice">What to do; null where nothing.</param>
internal sealed record Finding(Level Level, string Subject, string Found, string? Advice = null)
{
    public static Finding Good(string subject, string found) => new(Level.Good, subject, found);

    /// <summary>The word in front of the line.</summary>
    public string Word => Level switch { Level.Good => "好　", Level.Mind => "注意", _ => "不行" };
}
