using AngleSharp.Dom;
using Gongkai.Content.Blocks;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>Reads the cells of a table: lines of plain words. A table inside a cell is read line by line.</summary>
internal sealed class HtmlCells(bool inArticle)
{
    private readonly List<string> _lines = [];
    private readonly RunLine _line = new();
    private int _rise;

    /// <summary>Pictures met so far.</summary>
    public List<IElement> Images { get; } = [];

    /// <summary>What a cell says, its lines divided by <c>\n</c>.</summary>
    public string Text(IElement cell)
    {
        _lines.Clear();
        ReadChildren(cell);
        Flush();
        return string.Join('\n', _lines);
    }

    private void ReadChildren(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) _line.Append(RaisedSigns.Of(text.Data, _rise));
            else if (child is IElement element) Read(element);
        }
    }

    private void Read(IElement element)
    {
        var (name, outer) = (element.LocalName, _rise);
        if (HtmlLooks.IsLeftOut(element, name, HtmlLooks.Style(element), inArticle)) return;
        if (name == "img") Images.Add(element);
        if (name == "br") Flush();
        else if (HtmlTags.Block.Contains(name) && name is not ("td" or "th"))
        {
            Flush();
            ReadChildren(element);
            Flush();
        }
        else
        {
            // Cells of a table within a cell stay apart on their line.
            if (name is "td" or "th") _line.Append(" ");
            _rise = name switch { "sup" => 1, "sub" => -1, _ => _rise };
            ReadChildren(element);
            _rise = outer;
        }
    }

    private void Flush()
    {
        if (!_line.IsEmpty) _lines.Add(string.Concat(_line.Take().Select(run => run.Text)));
    }
}
