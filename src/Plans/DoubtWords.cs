using System.Globalization;
using System.Resources;

namespace Gongkai.Plans;

/// <summary>The sentences in which doubts are shown to an officer.</summary>
public static class DoubtWords
{
    private static readonly ResourceManager Words = new("Gongkai.Plans.Words", typeof(DoubtWords).Assembly);

    /// <summary>The doubt as one Chinese sentence, its values filled in; the bare code where no sentence is known.</summary>
    public static string Sentence(Doubt doubt)
    {
        ArgumentNullException.ThrowIfNull(doubt);
        if (Words.GetString(doubt.Code, CultureInfo.CurrentUICulture) is not { } sentence) return doubt.Code;
        // a sentence may name more places than the doubt has values; those stay empty
        object[] values = [.. doubt.Values, "", "", "", ""];
        return string.Format(CultureInfo.CurrentCulture, sentence, values);
    }

    /// <summary>True where a sentence for a code is kept.</summary>
    public static bool Knows(string code) => Words.GetString(code, CultureInfo.InvariantCulture) is not null;
}
