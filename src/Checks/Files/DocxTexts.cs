using System.Globalization;

namespace Gongkai.Checks;

/// <summary>A Word document: its body, what its changes and hidden runs keep, its notes, comments, headers, and everything else in the package.</summary>
internal static class DocxTexts
{
    public static void Look(PackageParts package, string main, OpenFile file)
    {
        var hidden = HiddenStyles(package);
        Read(package, main, "正文", hidden, file);
        foreach (var (word, where) in ((string, string)[])[(".header+", "页眉"), (".footer+", "页脚"), ("footnotes+", "脚注"), ("endnotes+", "尾注"), (".comments+", "批注"), ("glossary", "构建基块")])
        {
            foreach (var part in package.OfType(word).ToList()) Read(package, part, where, hidden, file);
        }

        OtherParts.Look(package, file);
    }

    private static void Read(PackageParts package, string part, string where, HashSet<string> hiddenStyles, OpenFile file)
    {
        using var reader = package.Open(part);
        if (reader is null) return;
        var story = new WordStory(where, hiddenStyles);
        story.Read(reader);
        foreach (var text in story.Texts) file.Look(text);
        if (where == "批注" && story.Paragraphs > 0) file.AddHidden(CheckCodes.HiddenComment, where, Count(story.Comments));
        if (story.Changes > 0) file.AddHidden(CheckCodes.HiddenChange, where, Count(story.Changes));
        if (story.HiddenRuns > 0) file.AddHidden(CheckCodes.HiddenText, where, Count(story.HiddenRuns));
    }

    private static string Count(int places) => string.Create(CultureInfo.InvariantCulture, $"{places}处");

    /// <summary>Styles whose text is hidden, by themselves or by the style they build on.</summary>
    private static HashSet<string> HiddenStyles(PackageParts package)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var basedOn = new List<(string Style, string On)>();
        foreach (var part in package.OfType(".styles+").ToList())
        {
            using var reader = package.Open(part);
            var style = "";
            while (reader?.Read() == true)
            {
                if (reader.NodeType != System.Xml.XmlNodeType.Element) continue;
                if (reader.LocalName == "style") style = reader.Local("styleId") ?? "";
                else if (reader.LocalName == "vanish" && XmlAttributes.IsOn(reader.Local("val"))) hidden.Add(style);
                else if (reader.LocalName == "basedOn" && reader.Local("val") is { } on) basedOn.Add((style, on));
            }
        }

        hidden.Remove("");
        // Styles may stand in any order, so each round carries it one style further; ten in a row are more than any document has.
        for (var round = 0; round < 10; round++)
        {
            foreach (var (style, on) in basedOn)
                if (hidden.Contains(on)) hidden.Add(style);
        }

        return hidden;
    }
}
