using System.Globalization;
using Gongkai.Ui.Frame;
using Gongkai.Ui.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>How far one group of things has come.</summary>
/// <param name="Label">Name of the group.</param>
/// <param name="Total">How many things there are.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="Late">How many of the rest are past their limit.</param>
/// <param name="Href">Where the group is listed; null for no link.</param>
public sealed record ProgressLine(string Label, int Total, int Done, int Late = 0, string? Href = null);

/// <summary>
/// Progress of several groups as a table whose middle column is drawn:
/// <c>&lt;progress-bars caption="按章节" lines="Model.Chapters" /&gt;</c>. Late is hatched as well as red. Works without scripts.
/// </summary>
[HtmlTargetElement("progress-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressBarsTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>What the table is about; read out, and shown unless <see cref="HideCaption"/>.</summary>
    public required string Caption { get; set; }

    /// <summary>True where a heading already says it.</summary>
    public bool HideCaption { get; set; }

    /// <summary>What the groups are, as the head of the first column.</summary>
    public string? GroupName { get; set; }

    /// <summary>The groups, in order.</summary>
    public required IReadOnlyList<ProgressLine> Lines { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("bars");
        output.Content.AppendHtml(Html.Tag("caption", Caption, HideCaption ? "unseen" : null));
        output.Content.AppendHtml(Html.Holding(
            "thead",
            "unseen",
            Html.Holding("tr", null, Head(GroupName ?? words["分组"]), Html.Tag("td", null), Head(words["已完成 / 总数"]), Head(words["超期"]))));
        var pattern = ViewContext.NextId("late");
        output.Content.AppendHtml(Html.Holding("tbody", null, Lines.Select((line, at) => Row(line, pattern, at == 0))));
    }

    private static TagBuilder Head(string text) => Html.Tag("th", text).With("scope", "col");

    private TagBuilder Row(ProgressLine line, string pattern, bool isFirst) => Html.Holding(
        "tr",
        null,
        Html.Holding("th", null, (line.Href is null ? Html.Tag("span", line.Label) : Html.Tag("a", line.Label).With("href", SiteAddress.For(ViewContext.HttpContext.Request, line.Href))).With("lang", PageLanguage.LangOf(line.Label))).With("scope", "row"),
        Html.Holding("td", "bar", Drawing(line, pattern, isFirst)),
        Html.Tag("td", string.Create(CultureInfo.InvariantCulture, $"{line.Done} / {line.Total}"), "n count"),
        Html.Tag("td", line.Late == 0 ? "" : words["超期 {0}", line.Late], "n late"));

    private static TagBuilder Drawing(ProgressLine line, string pattern, bool isFirst)
    {
        // One hatch serves all rows.
        var svg = Html.Holding("svg", null, isFirst ? Hatch(pattern) : null).With("aria-hidden", "true").With("focusable", "false").With("width", "100%").With("height", "12");
        svg.InnerHtml.AppendHtml(Rect("track", 0, 100));
        if (line.Total <= 0) return svg;
        var done = Share(line.Done, line.Total);
        var late = Math.Min(Share(line.Late, line.Total), 100 - done);
        svg.InnerHtml.AppendHtml(Rect("done", 0, done));
        if (late > 0) svg.InnerHtml.AppendHtml(Rect("late", done, late).With("fill", $"url(#{pattern})"));
        return svg;
    }

    private static decimal Share(int part, int total) => Math.Clamp(Math.Round(100m * part / total, 2), 0, 100);

    private static TagBuilder Rect(string cssClass, decimal from, decimal width) => Html.Tag("rect", null, cssClass)
        .With("x", Percent(from)).With("y", "0").With("width", Percent(width)).With("height", "100%");

    private static string Percent(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static TagBuilder Hatch(string id) => Html.Holding(
        "pattern",
        null,
        Html.Tag("rect", null, "hatch-ground").With("width", "6").With("height", "6"),
        Html.Tag("rect", null, "hatch-line").With("width", "3").With("height", "6"))
        .With("id", id).With("width", "6").With("height", "6").With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(45)");
}
