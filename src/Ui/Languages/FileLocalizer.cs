using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.Languages;

/// <summary>Finds a text in the site's language files first, then in what was built in, and says the Chinese one where neither has it.</summary>
internal sealed class FileLocalizer(IStringLocalizer builtIn, SiteLanguages languages) : IStringLocalizer
{
    public LocalizedString this[string name] => languages.Find(name, 0, CultureInfo.CurrentUICulture) is { } text ? new(name, text) : builtIn[name];

    public LocalizedString this[string name, params object[] arguments] => languages.Find(name, arguments.Length, CultureInfo.CurrentUICulture) is { } text
        ? new(name, string.Format(CultureInfo.CurrentCulture, text, arguments))
        : builtIn[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => builtIn.GetAllStrings(includeParentCultures);
}

/// <summary>Puts the language files before what every module built in.</summary>
internal sealed class FileLocalizerFactory(ResourceManagerStringLocalizerFactory builtIn, SiteLanguages languages) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new FileLocalizer(builtIn.Create(resourceSource), languages);

    public IStringLocalizer Create(string baseName, string location) => new FileLocalizer(builtIn.Create(baseName, location), languages);
}
