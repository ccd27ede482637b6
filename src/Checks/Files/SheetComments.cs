using System.Globalization;
using System.Xml;

namespace Gongkai.Checks;

/// <summary>Comments of a sheet (批注), in the old form and as threads.</summary>
internal static class SheetComments
{
    public static void Read(PackageParts package, Relation relation, string sheet, OpenFile file)
    {
        if (relation.IsOutside || relation.Kind is not ("comments" or "threadedComment")) return;
        var count = 0;
        var text = new LocatedText();
        using var reader = package.Open(relation.Target);
        while (reader?.Read() == true)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "comment" or "threadedComment" }) continue;
            count++;
            var spot = new Spot($"{sheet}{reader.GetAttribute("ref")}批注");
            text.AddLine(SharedStrings.Text(reader), spot);
        }

        file.Look(text);
        if (count > 0) file.AddHidden(CheckCodes.HiddenComment, sheet, string.Create(CultureInfo.InvariantCulture, $"{count}处"));
    }
}
