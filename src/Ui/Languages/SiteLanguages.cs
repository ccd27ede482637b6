using System.Globalization;

namespace Gongkai.Ui.Languages;

/// <summary>All translations of a site, read once when it starts. A file in a later folder overrides single texts of one in an earlier.</summary>
internal sealed class SiteLanguages
{
    private readonly Dictionary<string, LanguageFile> _byCode = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folders">Where to look for <c>*.json</c>; one that is not there holds none.</param>
    /// <exception cref="LanguageFileException">A file cannot be used.</exception>
    public SiteLanguages(params IEnumerable<string> folders)
    {
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)))
        {
            var file = LanguageFile.Read(path);
            _byCode[file.Code] = _byCode.TryGetValue(file.Code, out var under) ? Over(under, file) : file;
        }
    }

    /// <summary>The text for a key in the language of a page, or in the one it belongs to; null where none has it.</summary>
    /// <param name="key">A Chinese sentence or a code.</param>
    /// <param name="values">How many values there are to fill in; a text that needs more is as good as none.</param>
    /// <param name="language">Language of the page.</param>
    public string? Find(string key, int values, CultureInfo language)
    {
        for (var culture = language; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (_byCode.TryGetValue(culture.Name, out var file) && file.Texts.TryGetValue(key, out var text) && text.Needs <= values) return text.Text;
        }

        return null;
    }

    /// <summary>True when pages of the portal are translated as a whole, not only the frame around them.</summary>
    public bool SpeaksForPortal(CultureInfo language) => PageLanguage.IsChinese(language) || (_byCode.TryGetValue(language.Name, out var file) && file.Portal);

    private static LanguageFile Over(LanguageFile under, LanguageFile file) => new(file.Code, under.Portal || file.Portal, Joined(under, file));

    private static Dictionary<string, LanguageText> Joined(LanguageFile under, LanguageFile over)
    {
        var texts = new Dictionary<string, LanguageText>(under.Texts, StringComparer.Ordinal);
        foreach (var (key, text) in over.Texts) texts[key] = text;
        return texts;
    }
}
