using System.Globalization;
using System.Xml;

namespace Gongkai.Checks;

/// <summary>The cells of one sheet as rows of text, hidden rows and columns in their place, numbers in full.</summary>
internal sealed class SheetCells(string place, SharedStrings shared)
{
    private const int WidestGap = 50;
    private const int MostRanges = 500;

    private readonly LocatedText _cells = new(), _formulas = new(), _margins = new(), _rules = new();
    private readonly List<(uint First, uint Last)> _hiddenColumns = [];
    private int _row, _column, _written;
    private bool _rowHidden;

    /// <summary>Cells, literals in formulas, header and footer, and what rules and links say.</summary>
    public IEnumerable<LocatedText> Texts => [_cells, _formulas, _margins, _rules];

    public bool IsEmpty => _cells.IsEmpty;

    /// <summary>Cells that hold something in a hidden row or column.</summary>
    public int HiddenCells { get; private set; }

    public void Read(XmlReader reader)
    {
        while (!reader.EOF)
        {
            // Reading an element's content already stands on what follows it.
            if (reader.NodeType != XmlNodeType.Element || !ReadElement(reader)) reader.Read();
        }
    }

    /// <returns>True when the reader has moved on by itself.</returns>
    private bool ReadElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "col":
                ReadColumn(reader);
                return false;
            case "row":
                ReadRow(reader);
                return false;
            case "c":
                ReadCell(reader);
                return true;
            case "oddHeader" or "evenHeader" or "firstHeader" or "oddFooter" or "evenFooter" or "firstFooter":
                var name = reader.LocalName.EndsWith("Header", StringComparison.Ordinal) ? "页眉" : "页脚";
                _margins.AddLine(Plain(reader.ReadElementContentAsString()), new(place + name));
                return true;
            case "formula1" or "formula2" or "formula":
                _rules.AddLine(SharedStrings.Text(reader), new(place + "数据有效性"));
                return false;
            case "dataValidation" or "hyperlink" or "protectedRange" or "scenario":
                foreach (var attribute in (string[])["prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "location", "name", "comment", "user"])
                    if (reader.GetAttribute(attribute) is { } words) _rules.AddLine(words, new(place + "提示和链接"));
                return false;
            default:
                return false;
        }
    }

    private void ReadColumn(XmlReader reader)
    {
        var isNarrow = double.TryParse(reader.GetAttribute("width"), NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && width <= 0;
        // What lies in columns beyond these is looked at all the same; only the word for it is missing.
        if ((!isNarrow && !IsSet(reader.GetAttribute("hidden"))) || _hiddenColumns.Count >= MostRanges) return;
        if (uint.TryParse(reader.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var min) && uint.TryParse(reader.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var max)) _hiddenColumns.Add((min, max));
    }

    private void ReadRow(XmlReader reader)
    {
        if (_row > 0) _cells.Divide('\n');
        _row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : _row + 1;
        var isFlat = double.TryParse(reader.GetAttribute("ht"), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height <= 0;
        _rowHidden = isFlat || IsSet(reader.GetAttribute("hidden"));
        (_column, _written) = (0, 1);
    }

    private void ReadCell(XmlReader reader)
    {
        _column = ColumnOf(reader.GetAttribute("r")) is > 0 and var column ? column : _column + 1;
        var type = reader.GetAttribute("t") ?? "n";
        var (value, formula) = ReadContent(reader);
        var words = type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? shared[index] : "",
            "n" => Number(value),
            _ => value,
        };
        if (type == "n" && words.Length is >= 16 and <= 19 && words.All(char.IsAsciiDigit)) words += DigitGroups.Rounded;
        words = words.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
        var spot = SpotHere();
        if (formula.Contains('"')) _formulas.AddLine(formula, new(spot.Where, spot.Number, spot.Column, "公式"));
        if (words.Length == 0) return;

        // Cells left of the last one written come in no order that a program makes; they stay in the line.
        for (var gap = Math.Min(_column - _written, WidestGap); gap > 0; gap--) _cells.Divide('\t');
        if (_column <= _written && _written > 1) _cells.Divide('\t');
        _cells.Add(words, spot);
        _written = _column;
        if (spot.Note.Length > 0) HiddenCells++;
    }

    private Spot SpotHere()
    {
        var isHidden = _hiddenColumns.Exists(range => _column >= range.First && _column <= range.Last);
        return new(place, _row, _column, _rowHidden ? "隐藏行" : isHidden ? "隐藏列" : "");
    }

    private static (string Value, string Formula) ReadContent(XmlReader reader)
    {
        var (value, formula) = ("", "");
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return (value, formula);
        }

        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" or "f" or "is" })
            {
                var isFormula = reader.LocalName == "f";
                var text = SharedStrings.Text(reader);
                if (isFormula) formula = text;
                else value += text;
            }

            if (!reader.Read()) break;
        }

        if (!reader.EOF) reader.Read();
        return (value, formula);
    }

    // 1.3912345678E+10 is how a file keeps a number that the sheet shows in full.
    private static string Number(string value) =>
        value.AsSpan().ContainsAny('E', 'e', '.') && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : value;

    // &L, &"font,style" and &12 are orders to the printer, not words.
    private static string Plain(string margin)
    {
        var parts = margin.Split('&');
        for (var i = 1; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.StartsWith('"') && part.IndexOf('"', 1) is > 0 and var quote) parts[i] = part[(quote + 1)..];
            else if (part.Length > 0 && char.IsAsciiDigit(part[0])) parts[i] = part.Length > 2 && char.IsAsciiDigit(part[1]) ? part[2..] : part[1..];
            else if (part.Length > 0) parts[i] = " " + part[1..];
        }

        return string.Concat(parts);
    }

    private static bool IsSet(string? value) => value is "1" or "true";

    private static int ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > 20_000) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column;
    }
}
