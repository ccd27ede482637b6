using System.Text;
using System.Xml;

namespace Gongkai.Checks;

/// <summary>The strings that cells of a workbook share; deleted cells may leave theirs behind.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _strings = [];
    private readonly HashSet<int> _used = [];

    /// <summary>Strings that no cell asked for.</summary>
    public IEnumerable<string> Unused => _strings.Where((_, index) => !_used.Contains(index));

    public static SharedStrings Read(PackageParts package)
    {
        var shared = new SharedStrings();
        foreach (var part in package.OfType("sharedStrings").ToList())
        {
            using var reader = package.Open(part);
            while (reader?.Read() == true)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) shared._strings.Add(Text(reader));
            }
        }

        return shared;
    }

    /// <summary>The string of a cell; empty for a number that has none.</summary>
    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= _strings.Count) return "";
            _used.Add(index);
            return _strings[index];
        }
    }

    /// <summary>All text inside the element on which the reader stands; phonetic runs after a blank.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(reader.Value);
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "p" or "tab" }) text.Append(' ');
        }

        return text.ToString();
    }
}
