using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Ui.Languages;

/// <summary>What the language of a page means for a text on it.</summary>
public static partial class PageLanguage
{
    private const string Official = "zh-Hans";

    /// <summary>The language of an official text that stands on a page of another as it is, for its <c>lang</c>; null where the page is Chinese, or the text is not.</summary>
    /// <param name="text">The text.</param>
    public static string? LangOf(string? text) => text is not null && !IsChinese(CultureInfo.CurrentUICulture) && Chinese().IsMatch(text) ? Official : null;

    /// <summary>The same for a part of a page whose text is official throughout.</summary>
    public static string? LangOfOfficial => IsChinese(CultureInfo.CurrentUICulture) ? null : Official;

    /// <summary>Without a chosen language a page speaks Chinese.</summary>
    internal static bool IsChinese(CultureInfo language) => language.TwoLetterISOLanguageName is "zh" or "iv";

    [GeneratedRegex("[\u3400-\u4dbf\u4e00-\u9fff]", RegexOptions.NonBacktracking)]
    private static partial Regex Chinese();
}
