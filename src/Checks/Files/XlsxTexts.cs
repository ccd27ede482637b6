using System.Globalization;

namespace Gongkai.Checks;

/// <summary>A workbook: every sheet, shown or hidden, its comments, and what no cell shows.</summary>
internal static class XlsxTexts
{
    public static void Look(PackageParts package, string main, OpenFile file)
    {
        var shared = SharedStrings.Read(package);
        var relations = package.Relations(main).ToLookup(relation => relation.Id, StringComparer.Ordinal);
        var number = 0;
        foreach (var (name, id, state) in ReadBook(package, main, file))
        {
            number++;
            var place = $"工作表“{(name.Length > 0 ? name : number.ToString(CultureInfo.InvariantCulture))}”";
            if (state == "hidden") place += "（隐藏）";
            else if (state == "veryHidden") place += "（深度隐藏）";
            if (relations[id].FirstOrDefault() is not { } relation) continue;
            var sheet = new SheetCells(place, shared);
            using (var reader = package.Open(relation.Target))
            {
                if (reader is null)
                {
                    file.AddGap(CheckCodes.NotLookedInto, place);
                    continue;
                }

                sheet.Read(reader);
            }

            foreach (var text in sheet.Texts) file.Look(text);
            if (state is "hidden" or "veryHidden" && !sheet.IsEmpty) file.AddHidden(CheckCodes.HiddenSheet, place, name);
            if (sheet.HiddenCells > 0) file.AddHidden(CheckCodes.HiddenCells, place, string.Create(CultureInfo.InvariantCulture, $"{sheet.HiddenCells}个单元格"));
            foreach (var beside in package.Relations(relation.Target)) SheetComments.Read(package, beside, place, file);
        }

        var unused = new LocatedText();
        foreach (var words in shared.Unused) unused.AddLine(words, new("没有单元格使用的共享字符串"));
        file.Look(unused);
        OtherParts.Look(package, file);
    }

    private static List<(string Name, string Id, string State)> ReadBook(PackageParts package, string main, OpenFile file)
    {
        List<(string, string, string)> sheets = [];
        var names = new LocatedText();
        using var reader = package.Open(main);
        while (reader?.Read() == true)
        {
            if (reader.NodeType != System.Xml.XmlNodeType.Element) continue;
            if (reader.LocalName == "sheet")
            {
                var name = reader.GetAttribute("name") ?? "";
                sheets.Add((name, reader.Local("id") ?? "", reader.GetAttribute("state") ?? ""));
                names.AddLine(name, new("工作表名称"));
            }
            else if (reader.LocalName == "definedName")
            {
                var spot = new Spot("定义名称");
                foreach (var attribute in (string[])["name", "comment", "description"])
                    if (reader.GetAttribute(attribute) is { } words) names.AddLine(words, spot);
                if (!reader.IsEmptyElement) names.AddLine(reader.ReadString(), spot);
            }
        }

        file.Look(names);
        return sheets;
    }
}
