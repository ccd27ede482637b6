using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Writing;

/// <summary>Writes a text as HTML. Every word is encoded and every address looked at again, so nothing in it can run.</summary>
public static class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The title of a page is its first heading; those of the text come below it.</summary>
    private const int BelowTitle = 1;

    /// <summary>Writes a text.</summary>
    /// <param name="body">The text.</param>
    /// <param name="pictureAddress">Address of a picture, by its digest.</param>
    public static string Write(Body body, Func<string, string> pictureAddress)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(pictureAddress);
        var html = new StringBuilder();
        foreach (var block in body.Blocks) Append(html, block, pictureAddress);
        return html.ToString();
    }

    private static void Append(StringBuilder html, Block block, Func<string, string> pictureAddress)
    {
        switch (block)
        {
            case Heading heading:
                var tag = string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(heading.Level, 1, Heading.Deepest) + BelowTitle}");
                html.Append('<').Append(tag).Append('>').Append(Of(heading.Runs)).Append("</").Append(tag).Append(">\n");
                break;
            case Paragraph paragraph:
                html.Append(paragraph.Side switch { Side.End => "<p class=\"end\">", Side.Centre => "<p class=\"centre\">", _ => "<p>" }).Append(Of(paragraph.Runs)).Append("</p>\n");
                break;
            case ItemList list:
                var kind = list.Ordered ? "ol" : "ul";
                html.Append('<').Append(kind).Append(">\n");
                foreach (var item in list.Items) html.Append("<li>").Append(Of(item)).Append("</li>\n");
                html.Append("</").Append(kind).Append(">\n");
                break;
            case Table table:
                Append(html, table);
                break;
            case Picture picture:
                html.Append("<figure><img src=\"").Append(Encoder.Encode(pictureAddress(picture.File))).Append("\" alt=\"").Append(Encoder.Encode(picture.Alt)).Append("\" loading=\"lazy\">");
                if (picture.Caption is { } caption) html.Append("<figcaption>").Append(Encoder.Encode(caption)).Append("</figcaption>");
                html.Append("</figure>\n");
                break;
        }
    }

    /// <summary>A table can be moved sideways on a narrow screen; a place that moves must be reachable by key.</summary>
    private static void Append(StringBuilder html, Table table)
    {
        html.Append("<div class=\"wide\" tabindex=\"0\"><table>\n");
        var heads = table.Rows.TakeWhile(row => row.Cells.Count > 0 && row.Cells.All(cell => cell.IsHeading)).Count();
        if (heads > 0) html.Append("<thead>\n");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (i == heads) html.Append(heads > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n");
            html.Append("<tr>");
            foreach (var cell in table.Rows[i].Cells) Append(html, cell, inHead: i < heads);
            html.Append("</tr>\n");
        }
        html.Append(heads > 0 && heads == table.Rows.Count ? "</thead>\n" : "</tbody>\n").Append("</table></div>\n");
    }

    private static void Append(StringBuilder html, TableCell cell, bool inHead)
    {
        html.Append(cell.IsHeading ? inHead ? "<th scope=\"col\"" : "<th scope=\"row\"" : "<td");
        if (cell.Columns > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.Columns}\"");
        if (cell.Rows > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.Rows}\"");
        html.Append('>').Append(Encoder.Encode(cell.Text).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append(cell.IsHeading ? "</th>" : "</td>");
    }

    private static string Of(IReadOnlyList<Run> runs) => string.Concat(runs.Select(Of));

    private static string Of(Run run)
    {
        var words = Encoder.Encode(run.Text);
        if (run.Style.HasFlag(RunStyle.Strong)) words = $"<strong>{words}</strong>";
        if (run.Style.HasFlag(RunStyle.Superscript)) words = $"<sup>{words}</sup>";
        else if (run.Style.HasFlag(RunStyle.Subscript)) words = $"<sub>{words}</sub>";
        return Links.Safe(run.Link) is { } link ? $"<a href=\"{Encoder.Encode(link)}\" rel=\"nofollow\">{words}</a>" : words;
    }
}
