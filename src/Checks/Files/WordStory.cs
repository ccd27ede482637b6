using System.Globalization;
using System.Xml;

namespace Gongkai.Checks;

/// <summary>
/// One story of a Word document (body, header, comments …) read three ways: as it is shown, as it was before its tracked changes, and with what is hidden.
/// Text around a deleted or hidden piece stays with it, so that half a number is not overlooked.
/// </summary>
internal sealed class WordStory(string where, HashSet<string> hiddenStyles)
{
    private readonly LocatedText _shown = new(), _original = new(), _revealed = new(), _fields = new(), _boxes = new(), _pictures = new();
    private readonly Spot _boxSpot = new(Within(where, "文本框")), _fieldSpot = new(Within(where, "域代码")), _pictureSpot = new(Within(where, "图片替代文字"));
    private readonly Spot _deletedSpot = new(Within(where, "修订中删除的文字")), _insertedSpot = new(Within(where, "修订中插入的文字")), _hiddenSpot = new(Within(where, "隐藏文字"));
    private readonly Stack<Spot> _spots = new();
    private int _deleted, _inserted, _box, _table, _tables, _row, _column, _properties;
    private bool _runHidden, _paragraphHidden;

    /// <summary>Every reading.</summary>
    public IEnumerable<LocatedText> Texts => [_shown, _original, _revealed, _fields, _boxes, _pictures];

    public int Paragraphs { get; private set; }

    public int Comments { get; private set; }

    /// <summary>Number of tracked deletions, insertions and moves.</summary>
    public int Changes { get; private set; }

    public int HiddenRuns { get; private set; }

    public void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
                    Start(name, reader);
                    if (isEmpty) End(name);
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when _element is { } kind:
                    AddText(kind, reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private string? _element;

    private static string Within(string where, string what) => where == "正文" ? what : $"{where}中的{what}";

    private void Start(string name, XmlReader reader)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                _element = name;
                break;
            case "p":
                Paragraphs++;
                _paragraphHidden = false;
                _spots.Push(_table > 0 && _box == 0 ? new(string.Create(CultureInfo.InvariantCulture, $"{(where == "正文" ? "" : where)}第{_tables}个表格"), _row, _column) : new(where, where is "正文" ? Paragraphs : 0));
                break;
            case "pPr" or "tblPr" or "sectPr" or "tabs":
                _properties++;
                break;
            case "pStyle" or "rStyle" when hiddenStyles.Contains(reader.Local("val") ?? ""):
                if (name == "pStyle") _paragraphHidden = true;
                else _runHidden = true;
                break;
            case "r":
                _runHidden = false;
                break;
            case "vanish" when _properties == 0:
                _runHidden = XmlAttributes.IsOn(reader.Local("val"));
                break;
            case "del" or "moveFrom":
                _deleted++;
                Changes++;
                break;
            case "ins" or "moveTo":
                _inserted++;
                Changes++;
                break;
            case "comment":
                Comments++;
                break;
            case "txbxContent":
                _box++;
                break;
            case "tbl":
                if (_table++ == 0 && _box == 0) (_tables, _row) = (_tables + 1, 0);
                break;
            case "tr" when _table == 1 && _box == 0:
                (_row, _column) = (_row + 1, 0);
                break;
            case "tc" when _table == 1 && _box == 0:
                if (_column++ > 0) Divide('\t');
                break;
            case "tab" when _properties == 0:
                Divide(_table > 0 ? ' ' : '\t');
                break;
            case "br" or "cr":
                Divide(_table > 0 ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                AddText("t", "-");
                break;
            default:
                AddAttributes(name, reader);
                break;
        }
    }

    private void AddAttributes(string name, XmlReader reader)
    {
        if (name is "docPr" or "cNvPr" or "shape" or "imagedata")
        {
            foreach (var attribute in (string[])["descr", "title", "alt", "name"])
                if (reader.Local(attribute) is { } words) _pictures.AddLine(words, _pictureSpot);
        }
        else if (name is "fldSimple" && reader.Local("instr") is { } code)
        {
            _fields.AddLine(code, _fieldSpot);
        }
        else if (name is "listItem" or "alias" or "tag" or "docVar" && (reader.Local("displayText") ?? reader.Local("val")) is { } choice)
        {
            _fields.AddLine(choice, _fieldSpot);
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                _element = null;
                break;
            case "p":
                if (_box > 0) _boxes.Divide('\n');
                else Divide(_table > 0 ? ' ' : '\n');
                _fields.Divide('\n');
                _paragraphHidden = false;
                _spots.TryPop(out _);
                break;
            case "pPr" or "tblPr" or "sectPr" or "tabs":
                _properties--;
                break;
            case "r":
                _runHidden = false;
                break;
            case "del" or "moveFrom":
                _deleted--;
                break;
            case "ins" or "moveTo":
                _inserted--;
                break;
            case "txbxContent":
                _box--;
                break;
            case "tbl":
                _table--;
                break;
            case "tr" when _table == 1 && _box == 0:
                Divide('\n');
                break;
            default:
                break;
        }
    }

    private void AddText(string kind, string text)
    {
        var spot = _spots.TryPeek(out var paragraph) ? paragraph : new(where);
        var isDeleted = _deleted > 0 || kind is "delText" or "delInstrText";
        var isHidden = _runHidden || _paragraphHidden;
        if (isHidden && !string.IsNullOrWhiteSpace(text)) HiddenRuns++;
        if (kind is "instrText" or "delInstrText") _fields.Add(text, _fieldSpot);
        else if (_box > 0) _boxes.Add(text, isDeleted ? _deletedSpot : isHidden ? _hiddenSpot : _boxSpot);
        else
        {
            if (!isDeleted && !isHidden) _shown.Add(text, _inserted > 0 ? _insertedSpot : spot);
            if (_inserted == 0 || isDeleted) _original.Add(text, isDeleted ? _deletedSpot : null);
            if (!isDeleted) _revealed.Add(text, isHidden ? _hiddenSpot : null);
        }
    }

    private void Divide(char mark)
    {
        if (_box > 0)
        {
            _boxes.Divide(mark);
            return;
        }

        foreach (var text in (LocatedText[])[_shown, _original, _revealed]) text.Divide(mark);
    }
}
