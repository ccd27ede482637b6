using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Shape;

/// <summary>
/// Translations keep up with the pages: what a visitor can read in a frame has a text in every language file, what stands inside in every file that
/// speaks for the portal; places in braces agree; and no file translates what nobody says.
/// </summary>
internal static class LanguagesGuard
{
    private static readonly Regex Said = new(@"\b(?:T|words|Words|own|Frame)\[\$?""(?<key>[^""]+)""|Display\(Name = ""(?<key>[^""]+)""|new MenuItem\(""[^""]*"", ""(?<key>[^""]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex OfPortalMenu = new(@"new MenuItem\(""[^""]*"", ""(?<key>[^""]+)""[^)]*MenuArea\.Portal", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex ChineseString = new(@"""(?<key>[^""\\\n]*[\u4e00-\u9fff][^""\\\n]*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex LooksUpVariable = new(@"\bT\[[A-Za-z_]", RegexOptions.NonBacktracking);
    private static readonly Regex Place = new(@"\{(?<at>\d+)[^{}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <param name="sources">Pages, code and resources of the program.</param>
    /// <param name="files">Language files.</param>
    public static IEnumerable<string> Breaches(IReadOnlyList<SourceFile> sources, IEnumerable<SourceFile> files)
    {
        var built = sources.Where(source => source.Ending == ".resx").SelectMany(Built).ToLookup(text => text.Key, text => text.Value);
        var codes = sources.Where(source => source.Ending == ".resx").ToLookup(ModuleOf, source => Built(source).Select(text => text.Key).ToList());
        var shell = sources.Where(IsShell).SelectMany(source => KeysOf(source, codes)).Concat(sources.SelectMany(source => KeysBy(OfPortalMenu, source.Code))).ToHashSet();
        var portal = shell.Concat(sources.Where(IsPortal).SelectMany(source => KeysOf(source, codes))).ToHashSet();
        var known = sources.Where(source => source.Ending is ".cs" or ".cshtml").SelectMany(source => KeysOf(source, codes)).Concat(built.Select(text => text.Key)).ToHashSet();
        foreach (var file in files)
        {
            using var content = JsonDocument.Parse(file.Text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var texts = content.RootElement.GetProperty("texts").EnumerateObject().Select(text => (text.Name, Text: text.Value.GetString()!)).ToList();
            var asked = content.RootElement.GetProperty("portal").GetBoolean() ? portal : shell;
            foreach (var key in asked.Except(texts.Select(text => text.Name))) yield return $"{file.Path} lacks {key}";
            foreach (var key in texts.Select(text => text.Name).Except(known)) yield return $"{file.Path} translates {key}, which no page says";
            foreach (var (key, text) in texts.Where(text => !PlacesOf(text.Text).SetEquals(PlacesOf(built[text.Name].FirstOrDefault() ?? text.Name)))) yield return $"{file.Path} fills in {key} at other places: {text}";
        }
    }

    /// <summary>Frames of the portal and of single pages, the pages of the host itself, and what their forms are made of.</summary>
    private static bool IsShell(SourceFile source) =>
        (source.Folder == "src/Ui/Pages/Shared" && source.Name is not ("_ConsoleLayout.cshtml" or "_Said.cshtml")) || source.Folder == "src/Web/Pages"
        || source.Path is "src/Ui/Frame/StatusPage.cs" or "src/Ui/TagHelpers/FieldTagHelper.cs" or "src/Ui/TagHelpers/RefusalsTagHelper.cs";

    /// <summary>Pages of modules that are not staff's, and every component.</summary>
    private static bool IsPortal(SourceFile source) =>
        (source.Path.StartsWith("src/Modules/", StringComparison.Ordinal) && source.Path.Split('/') is [_, _, _, "Pages", ..])
        || source.Folder == "src/Ui/TagHelpers" || source.Folder == "src/Ui/Validation";

    /// <summary>Folder of the module, in which alone its codes mean something.</summary>
    private static string ModuleOf(SourceFile source) => string.Join('/', source.Path.Split('/').Take(3));

    private static IEnumerable<string> KeysOf(SourceFile source, ILookup<string, List<string>> codes)
    {
        var own = codes[ModuleOf(source)].SelectMany(list => list).ToList();
        var text = source.Ending == ".cs" ? source.Code : source.Text;
        var keys = KeysBy(Said, text);
        // Sentences that are looked up by a variable are strings of the same file.
        if (source.Path is "src/Ui/Frame/StatusPage.cs" or "src/Ui/Validation/FormSentences.cs" || (source.Ending == ".cshtml" && LooksUpVariable.IsMatch(text))) keys = keys.Concat(KeysBy(ChineseString, text));
        return keys.SelectMany(key => key.IndexOf(".{", StringComparison.Ordinal) is var at and >= 0 ? own.Where(code => code.StartsWith(key[..(at + 1)], StringComparison.Ordinal)) : [key]).Where(key => key[0] != '{' || key.Any(letter => letter > '\u2e7f'));
    }

    private static IEnumerable<string> KeysBy(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups["key"].Value);

    private static HashSet<string> PlacesOf(string text) => [.. Place.Matches(text).Select(place => place.Groups["at"].Value)];

    private static IEnumerable<(string Key, string Value)> Built(SourceFile resources) =>
        XDocument.Parse(resources.Text).Root!.Elements("data").Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value));
}
