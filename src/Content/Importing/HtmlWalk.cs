using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Content.Blocks;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>Walks through a page, in the order in which it is read, and makes blocks of it.</summary>
internal sealed class HtmlWalk(BodyBuilder builder, HtmlOrigin origin, ImportLimits limits, Func<string, string?>? digestAt = null)
{
    private readonly HtmlPictures _pictures = new(builder, digestAt);
    private readonly RunLine _line = new();
    private Place _place;
    private RunStyle _style;
    private string? _link;

    /// <summary>What the words of a block become.</summary>
    private enum Become
    {
        Paragraph,
        Heading,
        Item,
        OrderedItem,
    }

    /// <summary>Where the walk is.</summary>
    private readonly record struct Place(Become Become, Setting Setting, bool IsVerbatim, bool InArticle);

    private bool IsForeign => origin == HtmlOrigin.Elsewhere;

    /// <summary>Reads a page.</summary>
    public void Read(DecodedText page)
    {
        var document = new HtmlParser().ParseDocument(HtmlMarkup.Clean(page.Text, limits.Reading.Depth, styled: true));
        if (page.Guessed is { } encoding) builder.Doubt(new("plans.guessed-encoding", default, encoding));
        if (page.Damaged) builder.Doubt(new("plans.damaged-characters", default));
        if (document.Body is { } body) ReadChildren(body);
        Flush();
    }

    private void ReadChildren(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) AddText(text.Data);
            else if (child is IElement element) ReadElement(element);
        }
    }

    private void AddText(string text)
    {
        if (!_place.IsVerbatim)
        {
            _line.Append(text, _style, _link);
            return;
        }
        var isFirst = true;
        foreach (var line in text.Split('\n'))
        {
            if (!isFirst) Flush();
            isFirst = false;
            _line.Append(line, _style, _link);
        }
    }

    private void ReadElement(IElement element)
    {
        var name = element.LocalName;
        var style = HtmlLooks.Style(element);
        if (HtmlLooks.IsLeftOut(element, name, style, _place.InArticle) || WordMarkup.IsGenerated(style))
        {
            if (name is "svg" or "object" or "canvas" or "video" or "audio") builder.Count("plans.embedded-object");
            return;
        }
        if (name == "br") Flush();
        else if (name == "img")
        {
            Flush();
            _pictures.Take(element, caption: null);
        }
        else if (HtmlTags.Block.Contains(name)) ReadBlock(element, name, style);
        else ReadWords(element, name, style);
    }

    private void ReadWords(IElement element, string name, string style)
    {
        var (outer, outerLink) = (_style, _link);
        _style |= name switch { HtmlTags.Strong => RunStyle.Strong, "sup" => RunStyle.Superscript, "sub" => RunStyle.Subscript, _ => RunStyle.Plain };
        if (style.Contains("font-weight:bold", StringComparison.Ordinal) || style.Contains("font-weight:7", StringComparison.Ordinal)) _style |= RunStyle.Strong;
        if (style.Contains("font-weight:normal", StringComparison.Ordinal)) _style &= ~RunStyle.Strong;
        if (style.Contains("vertical-align:super", StringComparison.Ordinal)) _style |= RunStyle.Superscript;
        if (style.Contains("vertical-align:sub", StringComparison.Ordinal)) _style |= RunStyle.Subscript;
        if (name == HtmlTags.Link) _link = element.GetAttribute("href");
        ReadChildren(element);
        (_style, _link) = (outer, outerLink);
    }

    private void ReadBlock(IElement element, string name, string style)
    {
        Flush();
        var outer = _place;
        var setting = HtmlLooks.Align(outer.Setting, element, name, style);
        if (element.ClassList.Contains("end")) setting = setting with { Right = true, Centred = false };
        if (element.ClassList.Contains("centre")) setting = setting with { Centred = true, Right = false };
        _place = outer with { Setting = setting, IsVerbatim = outer.IsVerbatim || name == "pre", InArticle = outer.InArticle || name is "article" or "main" };
        if (HtmlLooks.Level(name, 0) is > 0 and var level) ReadHeading(element, level);
        else if (name == "table" && !(IsForeign && HtmlTables.IsLayout(element))) ReadTable(element);
        else if (name is "ol" or "ul") ReadList(element, name, style);
        else if (name == "figure") ReadFigure(element);
        else if (name == "p" && WordMarkup.ItemOf(element, style) is { } item) ReadWordItem(element, item);
        else ReadChildren(element);
        Flush();
        _place = outer;
    }

    private void ReadHeading(IElement heading, int level)
    {
        var isItem = _place.Become is Become.Item or Become.OrderedItem;
        if (!isItem) _place = _place with { Become = IsForeign ? Become.Paragraph : Become.Heading, Setting = _place.Setting with { Level = IsForeign ? level : Math.Max(1, level - 1) } };
        ReadChildren(heading);
    }

    /// <summary>A list that counts from 1 stays one; any other numbers mean something and are written out.</summary>
    private void ReadList(IElement list, string name, string style)
    {
        var isCounted = name == "ol" && HtmlLists.IsCounted(style);
        var kind = HtmlLists.Kind(list.GetAttribute("type"), style);
        var number = HtmlLooks.Number(list, "start") ?? 1;
        var isPlain = !isCounted || kind == "decimal" && number == 1 && !list.Children.Any(item => item.HasAttribute("value"));
        if (_place.Become is Become.Item or Become.OrderedItem) builder.Count("content.nested-list");
        else builder.EndList();
        foreach (var child in list.ChildNodes)
        {
            Flush();
            if (child is not IElement { LocalName: "li" } item)
            {
                if (child is IElement other) ReadElement(other);
                continue;
            }
            number = HtmlLooks.Number(item, "value") ?? number;
            var outer = _place;
            _place = isPlain
                ? outer with { Become = isCounted ? Become.OrderedItem : Become.Item }
                : outer with { Become = Become.Paragraph, Setting = outer.Setting with { Label = HtmlLists.Label(number, kind) } };
            ReadElement(item);
            Flush();
            _place = outer;
            number = number == int.MaxValue ? number : number + 1;
        }
        if (_place.Become is not (Become.Item or Become.OrderedItem)) builder.EndList();
    }

    /// <summary>A list as Word writes it: paragraphs that say which list they belong to, with their number or bullet before them.</summary>
    private void ReadWordItem(IElement paragraph, WordItem item)
    {
        if (item.IsBullet) _place = _place with { Become = Become.Item };
        else if (item.Label.Length > 0) _line.Append(new Setting(Label: item.Label).Opening, _style);
        ReadChildren(paragraph);
    }

    private void ReadFigure(IElement figure)
    {
        var caption = figure.QuerySelector("figcaption");
        var images = figure.QuerySelectorAll("img").ToList();
        if (images.Count == 0)
        {
            ReadChildren(figure);
            return;
        }
        for (var i = 0; i < images.Count; i++) _pictures.Take(images[i], i == images.Count - 1 ? caption?.TextContent : null);
        foreach (var child in figure.Children) if (child.LocalName != "figcaption" && child.QuerySelector("img") is null && child.LocalName != "img") ReadElement(child);
    }

    private void ReadTable(IElement table)
    {
        foreach (var caption in table.Children.Where(child => child.LocalName == "caption")) ReadElement(caption);
        Flush();
        var draft = new TableDraft(limits.Reading.Columns, keepsLines: true);
        var cells = new HtmlCells(_place.InArticle);
        foreach (var row in HtmlTables.Rows(table))
        {
            if (HtmlLooks.IsLeftOut(row, row.LocalName, HtmlLooks.Style(row), inArticle: true)) continue;
            draft.StartRow();
            foreach (var cell in row.Children)
            {
                if (cell.LocalName is not ("td" or "th") || HtmlLooks.IsLeftOut(cell, cell.LocalName, HtmlLooks.Style(cell), inArticle: true)) continue;
                draft.Add(cells.Text(cell), HtmlLooks.Number(cell, "colspan") ?? 1, HtmlLooks.Number(cell, "rowspan") ?? 1, cell.LocalName == "th" || cell.ParentElement?.ParentElement?.LocalName == "thead");
            }
        }
        builder.AddTable(draft);
        // A cell holds words only; its pictures come below the table.
        foreach (var image in cells.Images) _pictures.Take(image, caption: null);
    }

    /// <summary>Ends the line; its number is used up with it, and dropped where the author typed one as well.</summary>
    private void Flush()
    {
        if (_line.IsEmpty) return;
        var words = _line.Take();
        var setting = _place.Setting;
        if (setting.Label is not null)
        {
            if (!ListNumbers.StartsLine(words[0].Text)) words = Labelled(setting.Opening, words);
            _place = _place with { Setting = setting with { Label = null } };
        }
        var side = setting.Right ? Side.End : setting.Centred ? Side.Centre : Side.Start;
        if (_place.Become == Become.Heading) builder.AddHeading(setting.Level, words);
        else if (_place.Become == Become.Paragraph) builder.AddParagraph(words, side, setting.Level);
        else builder.AddItem(_place.Become == Become.OrderedItem, words);
    }

    private static IReadOnlyList<Run> Labelled(string label, IReadOnlyList<Run> words)
    {
        var line = new RunLine();
        line.Append(label, words[0].Style);
        foreach (var run in words) line.Append(run.Text, run.Style, run.Link);
        return line.Take();
    }
}
