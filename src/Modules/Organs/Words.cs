using System.Globalization;
using System.Resources;

namespace Gongkai.Organs;

/// <summary>Marks the texts of this module: sentences of refusals, names of acts, words of pages.</summary>
internal sealed class Words
{
    private Words()
    {
    }
}

/// <summary>Sentences where no page asks for them, such as a refusal inside another.</summary>
internal static class Sentences
{
    private static readonly ResourceManager Texts = new("Gongkai.Organs.Resources.Words", typeof(Words).Assembly);

    /// <summary>The sentence of a refusal, its code where there is none.</summary>
    public static string Of(Refusal refusal) => Texts.GetString(refusal.Code, CultureInfo.CurrentUICulture) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. refusal.Values])
        : refusal.Code;

    /// <summary>What an act is called on a timeline, its stored code where there is no name.</summary>
    public static string OfAct(string act) => Texts.GetString(act, CultureInfo.CurrentUICulture) ?? act;
}
