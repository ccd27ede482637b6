using System.Globalization;
using System.Xml;

namespace Gongkai.Checks;

/// <summary>
/// Whatever in a package no reader has opened: properties, caches, custom XML, charts, links, pictures and packages packed into it.
/// All words and all attributes are looked at, so that a part nobody thought of is no hiding place.
/// </summary>
internal static class OtherParts
{
    /// <summary>Parts and their names for a clerk; the first that fits counts.</summary>
    private static readonly (string Piece, string Name)[] Names =
    [
        ("docProps/", "文档属性"), ("customXml/", "自定义XML"), ("/charts/", "图表缓存"), ("/chartEx", "图表缓存"), ("pivotCache", "数据透视表缓存"), ("pivotTable", "数据透视表"), ("externalLink", "外部链接"),
        ("threadedComment", "批注"), ("/comments", "批注"), ("commentAuthors", "批注作者"), ("/authors", "批注作者"), ("/people", "批注作者"), ("/persons/", "批注作者"), ("/diagrams/", "SmartArt图形"), ("/drawings/", "图形文字"),
        ("vmlDrawing", "图形文字"), ("slideMaster", "母版"), ("slideLayout", "母版"), ("notesMaster", "母版"), ("handoutMaster", "母版"), ("connections", "数据连接"), ("queryTable", "数据连接"), ("/tables/", "表格定义"),
        ("slicer", "切片器缓存"), ("styles.xml", "样式和数字格式"), ("revisions/", "修订记录"), ("settings", "文档设置"), ("tags/", "标记"),
    ];

    public static void Look(PackageParts package, OpenFile file)
    {
        var pictures = 0;
        foreach (var part in package.Rest)
        {
            if (part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) LookAtLinks(package, part, file);
            else if (part.Contains("theme/", StringComparison.OrdinalIgnoreCase) || part == "[Content_Types].xml") continue;
            else if (package.Open(part) is { } reader) LookAtXml(reader, NameOf(part), file);
            else if (LookAtBytes(package, part, file)) pictures++;
        }

        if (pictures > 0) file.AddGap(CheckCodes.Picture, string.Create(CultureInfo.InvariantCulture, $"文件中的{pictures}张图片"));
    }

    private static string NameOf(string part)
    {
        foreach (var (piece, name) in Names)
            if (part.Contains(piece, StringComparison.OrdinalIgnoreCase)) return name;
        return "文件内部的" + part;
    }

    private static void LookAtXml(XmlReader reader, string place, OpenFile file)
    {
        var text = new LocatedText();
        var spot = new Spot(place);
        using (reader)
        {
            while (reader.Read())
            {
                // Text of one paragraph may lie in several runs; it is one line.
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Comment or XmlNodeType.ProcessingInstruction) text.Add(reader.Value.Replace('\n', ' '), spot);
                else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is not ("t" or "r")) text.Divide('\n');
                else if (reader.NodeType == XmlNodeType.Element && reader.HasAttributes) AddAttributes(reader, text, spot);
            }
        }

        file.Look(text);
    }

    private static void AddAttributes(XmlReader reader, LocatedText text, Spot spot)
    {
        var isRun = reader.LocalName is "t" or "r" or "rPr";
        for (var found = !isRun && reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            var value = reader.Value;
            if (value.Length < 5 || reader.Prefix == "xmlns" || reader.Name == "xmlns" || IsMachineMade(reader.LocalName, value)) continue;
            text.Divide('\n');
            text.AddLine(value, spot);
        }

        reader.MoveToElement();
    }

    // Keys and measures that programs make up look like numbers of persons by chance and are written by nobody.
    private static bool IsMachineMade(string name, string value) =>
        value[0] == '{' || name.StartsWith("rsid", StringComparison.Ordinal) || name is "id" or "uid" or "paraId" or "textId" or "x" or "y" or "cx" or "cy" or "dateTime" or "coordsize" or "path";

    private static void LookAtLinks(PackageParts package, string part, OpenFile file)
    {
        var text = new LocatedText();
        using var reader = package.Open(part);
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") == "External" && reader.GetAttribute("Target") is { } target)
                text.AddLine(Uri.UnescapeDataString(target), new(part.Contains("externalLink", StringComparison.OrdinalIgnoreCase) ? "外部链接" : "超链接"));
        }

        file.Look(text);
    }

    /// <returns>True for a picture.</returns>
    private static bool LookAtBytes(PackageParts package, string part, OpenFile file)
    {
        var bytes = package.Bytes(part);
        if (PictureTexts.IsPicture(bytes))
        {
            PictureTexts.LookInside(bytes, file with { Within = file.Within });
            return true;
        }

        if (bytes.AsSpan().StartsWith("PK"u8)) file.LookInto(part, bytes, EmbeddedName(part));
        else if (Path.GetExtension(part).ToLowerInvariant() is ".htm" or ".html" or ".txt" or ".mht" or ".csv" or ".pdf") file.LookInto(part, bytes, "嵌入的文件");
        else if (part.Contains("embeddings/", StringComparison.OrdinalIgnoreCase) || part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            file.AddGap(CheckCodes.NotLookedInto, part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) ? "宏" : "嵌入的对象");
        else if (part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || (!part.Contains("printerSettings", StringComparison.OrdinalIgnoreCase) && !IsHarmless(part)))
            file.AddGap(CheckCodes.NotLookedInto, "文件内部的" + part);
        return false;
    }

    private static bool IsHarmless(string part) => Path.GetExtension(part).ToLowerInvariant() is ".emf" or ".wmf" or ".gif" or ".odttf" or ".fntdata" or ".bmp" or ".tif" or ".tiff" or ".wdp" or ".svg";

    private static string EmbeddedName(string part) => Path.GetExtension(part).ToLowerInvariant() switch
    {
        ".xlsx" or ".xlsm" or ".xlsb" => "嵌入的工作簿",
        ".docx" or ".docm" => "嵌入的文档",
        ".pptx" or ".pptm" => "嵌入的演示文稿",
        _ => "嵌入的文件",
    };
}
