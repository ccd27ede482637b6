using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>Reads a web page: headings, paragraphs, list items and data tables; furniture, scripts and hidden parts are left out.</summary>
internal sealed class HtmlReader
{
    private readonly ReadingLimits _limits;
    private readonly SourceBuilder _builder;
    private readonly HtmlLines _lines = new();
    private List<string>? _cell;
    private Setting _setting;

    private HtmlReader(string name, ReadingLimits limits) => (_limits, _builder) = (limits, new(name));

    /// <summary>Reads a page.</summary>
    /// <exception cref="UnreadableException">The page holds no text.</exception>
    public static SourceText Read(string name, DecodedText page, ReadingLimits limits)
    {
        var document = new HtmlParser().ParseDocument(HtmlMarkup.Clean(page.Text, limits.Depth));
        var reader = new HtmlReader(name, limits);
        if (document.Body is { } body) reader.ReadChildren(body, inArticle: false, verbatim: false);
        reader.Flush();
        if (page.Guessed is { } encoding) reader._builder.Doubt("plans.guessed-encoding", default, encoding);
        if (page.Damaged) reader._builder.Doubt("plans.damaged-characters", default);
        return reader._builder.Build();
    }

    private void ReadChildren(INode node, bool inArticle, bool verbatim)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) AddText(text.Data, verbatim);
            else if (child is IElement element) ReadElement(element, inArticle, verbatim);
        }
    }

    private void AddText(string text, bool verbatim)
    {
        if (!verbatim)
        {
            _lines.Append(text, verbatim: false);
            return;
        }

        var isFirst = true;
        foreach (var line in text.Split('\n'))
        {
            if (!isFirst) Flush();
            isFirst = false;
            _lines.Append(line, verbatim: true);
        }
    }

    private void ReadElement(IElement element, bool inArticle, bool verbatim)
    {
        var name = element.LocalName;
        var style = HtmlLooks.Style(element);
        if (HtmlLooks.IsLeftOut(element, name, style, inArticle)) return;
        if (name == "br")
        {
            Flush();
            return;
        }

        if (!HtmlTags.Block.Contains(name))
        {
            ReadChildren(element, inArticle, verbatim);
            return;
        }

        Flush();
        var outer = _setting;
        _setting = HtmlLooks.Align(outer with { Level = HtmlLooks.Level(name, outer.Level) }, element, name, style);
        inArticle |= name is "article" or "main";
        if (name == "table" && _cell is null && !HtmlTables.IsLayout(element)) ReadTable(element, inArticle);
        else if (name is "ol" or "ul") ReadList(element, name, style, inArticle);
        else ReadChildren(element, inArticle, verbatim || name == "pre");
        Flush();
        _setting = outer;
    }

    private void ReadList(IElement list, string name, string style, bool inArticle)
    {
        var numbering = name == "ol" && HtmlLists.IsCounted(style);
        var kind = HtmlLists.Kind(list.GetAttribute("type"), style);
        var number = HtmlLooks.Number(list, "start") ?? 1;
        foreach (var child in list.ChildNodes)
        {
            if (child is not IElement item || item.LocalName != "li")
            {
                if (child is IElement other) ReadElement(other, inArticle, verbatim: false);
                else if (child is IText text) AddText(text.Data, verbatim: false);
                continue;
            }

            Flush();
            number = HtmlLooks.Number(item, "value") ?? number;
            var outer = _setting;
            if (numbering) _setting = _setting with { Label = HtmlLists.Label(number, kind) };
            ReadElement(item, inArticle, verbatim: false);
            Flush();
            _setting = outer;
            number = number == int.MaxValue ? number : number + 1;
        }
    }

    private void ReadTable(IElement table, bool inArticle)
    {
        var draft = new TableDraft(_limits.Columns);
        foreach (var row in HtmlTables.Rows(table))
        {
            if (HtmlLooks.IsLeftOut(row, row.LocalName, HtmlLooks.Style(row), inArticle: true)) continue;
            draft.StartRow();
            foreach (var cell in row.Children)
            {
                if (cell.LocalName is not ("td" or "th") || HtmlLooks.IsLeftOut(cell, cell.LocalName, HtmlLooks.Style(cell), inArticle: true)) continue;
                draft.Add(CellText(cell), HtmlLooks.Number(cell, "colspan") ?? 1, HtmlLooks.Number(cell, "rowspan") ?? 1);
            }
        }

        foreach (var caption in table.Children.Where(child => child.LocalName == "caption")) ReadElement(caption, inArticle, verbatim: false);
        _builder.AddTable(draft);
    }

    private string CellText(IElement cell)
    {
        var outer = _setting;
        (_cell, _setting) = ([], default);
        ReadChildren(cell, inArticle: true, verbatim: false);
        Flush();
        var text = string.Join('\n', _cell);
        (_cell, _setting) = (null, outer);
        return text;
    }

    /// <summary>Ends the line; its number is used up with it, and dropped where the author typed one as well.</summary>
    private void Flush()
    {
        var line = _lines.Take();
        if (line.Length == 0) return;
        var label = _setting.Label;
        if (label is not null && ListNumbers.StartsLine(line)) _setting = _setting with { Label = label = null };
        if (_cell is null) _builder.AddParagraph(line, _setting);
        else _cell.Add(label is null ? line : label + line);
        _setting = _setting with { Label = null };
    }
}
