using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gongkai.Ui.Languages;

/// <summary>
/// The texts of one language, as an office writes them down without code: <c>languages/en.json</c>, beside the program or in the data folder.
/// Under each key, a Chinese sentence or a code, stands the same in that language.
/// </summary>
/// <param name="Code">As in HTML's <c>lang</c>; the name of the file.</param>
/// <param name="Portal">True when it speaks for whole pages of the portal; false when for the frame around them alone.</param>
/// <param name="Texts">By key.</param>
internal sealed partial record LanguageFile(string Code, bool Portal, IReadOnlyDictionary<string, LanguageText> Texts)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads one file.</summary>
    /// <exception cref="LanguageFileException">It cannot be read, names no language, or has a text that does not fit its key.</exception>
    public static LanguageFile Read(string path)
    {
        var code = Path.GetFileNameWithoutExtension(path);
        if (!IsLanguage(code)) throw new LanguageFileException($"语言文件 {path} 的文件名不是语言代码：请用 en.json、ug.json 这样的名字。");
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return Of(code, path, file.RootElement);
        }
        catch (JsonException problem)
        {
            throw new LanguageFileException($"语言文件 {path} 第 {problem.LineNumber + 1} 行写得不对（多半少了逗号或引号）：请改正，或者先移走这个文件。");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LanguageFileException($"读不了语言文件 {path}：请检查权限，或者先移走这个文件。");
        }
    }

    /// <summary>The numbers in braces that a text is filled in at.</summary>
    /// <exception cref="FormatException">A brace is left open.</exception>
    public static IReadOnlySet<int> PlacesOf(string text)
    {
        _ = string.Format(CultureInfo.InvariantCulture, text, [.. Enumerable.Repeat<object>("", 20)]);
        return Places().Matches(text.Replace("{{", "", StringComparison.Ordinal)).Select(place => int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)).ToHashSet();
    }

    private static LanguageFile Of(string code, string path, JsonElement root)
    {
        var texts = new Dictionary<string, LanguageText>(StringComparer.Ordinal);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("texts", out var lines) || lines.ValueKind != JsonValueKind.Object)
            throw new LanguageFileException($"语言文件 {path} 里没有 \"texts\"：请照程序自带的 languages/en.json 的样子写。");
        foreach (var line in lines.EnumerateObject())
        {
            if (line.Value.ValueKind != JsonValueKind.String) throw new LanguageFileException($"语言文件 {path} 里“{line.Name}”的译文不是文字：请加上引号。");
            if (line.Value.GetString() is { Length: > 0 } text && !texts.TryAdd(line.Name, TextOf(line.Name, text, path))) throw new LanguageFileException($"语言文件 {path} 里“{line.Name}”写了两次：请删去一处。");
        }
        return new(code, root.TryGetProperty("portal", out var portal) && portal.ValueKind == JsonValueKind.True, texts);
    }

    /// <summary>A key that is a sentence tells which places its translation must have; what a code has stands elsewhere, so it is looked at when it is used.</summary>
    private static LanguageText TextOf(string key, string text, string path)
    {
        try
        {
            var places = PlacesOf(text);
            if (IsSentence(key) && !places.SetEquals(PlacesOf(key)))
                throw new LanguageFileException($"语言文件 {path} 里“{key}”的译文 {{0}}、{{1}} 这样的位置和原文不一致：请补上或者去掉。");
            return new(text, places.Count == 0 ? 0 : places.Max() + 1);
        }
        catch (FormatException)
        {
            throw new LanguageFileException($"语言文件 {path} 里“{key}”的译文花括号不成对：请改正。");
        }
    }

    private static bool IsSentence(string key) => key.Any(letter => letter > '\u2e7f');

    private static bool IsLanguage(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex("""\{(\d+)[^{}]*\}""", RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}

/// <summary>One text.</summary>
/// <param name="Text">With places in braces.</param>
/// <param name="Needs">How many values it needs to be filled in.</param>
internal sealed record LanguageText(string Text, int Needs);
