using System.Globalization;
using System.Resources;

namespace Gongkai.Checks;

/// <summary>The sentences in which findings and gaps are shown to a clerk.</summary>
public static class CheckWords
{
    private static readonly ResourceManager Words = new("Gongkai.Checks.Words", typeof(CheckWords).Assembly);

    /// <summary>What a code means and what to do, as one Chinese sentence; the bare code where no sentence is known.</summary>
    public static string Sentence(string code) => Words.GetString(code, CultureInfo.CurrentUICulture) ?? code;

    /// <summary>True where a sentence for a code is kept.</summary>
    public static bool Knows(string code) => Words.GetString(code, CultureInfo.InvariantCulture) is not null;
}
