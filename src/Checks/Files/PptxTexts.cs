using System.Globalization;
using System.Xml;

namespace Gongkai.Checks;

/// <summary>A presentation: every slide, shown or hidden, its notes and comments, and everything else in the package.</summary>
internal static class PptxTexts
{
    public static void Look(PackageParts package, string main, OpenFile file)
    {
        var relations = package.Relations(main).ToLookup(relation => relation.Id, StringComparer.Ordinal);
        var slides = SlideIds(package, main).SelectMany(id => relations[id]).Select(relation => relation.Target).ToList();
        // A slide that the list leaves out is not shown, but it is in the file.
        slides.AddRange(package.OfType("presentationml.slide+").Except(slides, StringComparer.OrdinalIgnoreCase).ToList());
        for (var i = 0; i < slides.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"第{i + 1}页");
            var isHidden = Read(package, slides[i], place, "", file) is { IsHidden: true };
            if (isHidden) file.AddHidden(CheckCodes.HiddenSlide, place, "");
            foreach (var beside in package.Relations(slides[i]).Where(relation => !relation.IsOutside))
            {
                if (beside.Kind == "notesSlide" && Read(package, beside.Target, place, "演讲者备注", file) is { HasText: true }) file.AddHidden(CheckCodes.HiddenNotes, place, "");
                else if (beside.Kind == "comments" && Read(package, beside.Target, place, "批注", file) is { HasText: true }) file.AddHidden(CheckCodes.HiddenComment, place, "");
            }
        }

        OtherParts.Look(package, file);
    }

    private static List<string> SlideIds(PackageParts package, string main)
    {
        List<string> ids = [];
        using var reader = package.Open(main);
        while (reader?.Read() == true)
        {
            // The slide has a number of its own beside the key of its relation, and both are called id.
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sldId" } && RelationId(reader) is { } id) ids.Add(id);
        }

        return ids;
    }

    private static string? RelationId(XmlReader reader)
    {
        string? id = null;
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.Prefix.Length > 0) id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    private static (bool IsHidden, bool HasText)? Read(PackageParts package, string part, string slide, string what, OpenFile file)
    {
        using var reader = package.Open(part);
        if (reader is null) return null;
        var (text, isHidden, inText, inNumber, said) = (new LocatedText(), false, false, false, false);
        var spot = new Spot(slide + what);
        var column = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName is "sld":
                    isHidden = reader.GetAttribute("show") is "0" or "false";
                    if (isHidden) spot = new(slide, Note: "隐藏");
                    break;
                case XmlNodeType.Element when reader.LocalName is "t" or "text":
                    inText = !reader.IsEmptyElement;
                    break;
                case XmlNodeType.Element when reader.LocalName is "fld":
                    inNumber = true;
                    break;
                case XmlNodeType.Element when reader.LocalName is "cNvPr":
                    foreach (var attribute in (string[])["descr", "title", "name"])
                        if (reader.GetAttribute(attribute) is { } words) text.AddLine(words, new($"{slide}{what}图片替代文字"));
                    break;
                case XmlNodeType.Element when reader.LocalName is "tr":
                    column = 0;
                    break;
                case XmlNodeType.Element when reader.LocalName is "tc":
                    if (column++ > 0) text.Divide('\t');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when inText:
                    text.Add(reader.Value, spot);
                    // The number of the page is no note that somebody wrote.
                    said |= !inNumber;
                    break;
                case XmlNodeType.EndElement:
                    inText &= reader.LocalName is not ("t" or "text");
                    inNumber &= reader.LocalName is not "fld";
                    if (reader.LocalName is "p" or "cm" or "text") text.Divide(column > 0 ? ' ' : '\n');
                    else if (reader.LocalName is "tr") text.Divide('\n');
                    else if (reader.LocalName is "tbl") column = 0;
                    break;
                default:
                    break;
            }
        }

        file.Look(text);
        return (isHidden, said);
    }
}
