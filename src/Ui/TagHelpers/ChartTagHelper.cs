using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// A chart and the table of the same numbers, made from one description: <c>&lt;chart title="各月受理量" spec="Model.Volumes" /&gt;</c>.
/// Without scripts the table stands open; with them the drawing does, and the table is one click away.
/// </summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What the numbers show.</summary>
    public required string Title { get; set; }

    /// <summary>The numbers.</summary>
    public required ChartSpec Spec { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A series is not as long as the categories.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Spec.Series.Any(series => series.Values.Count != Spec.Categories.Count))
            throw new ArgumentException($"Each series of “{Title}” needs {Spec.Categories.Count} values.");

        var caption = ViewContext.NextId("chart");
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("chart");
        output.Attributes.SetAttribute("data-chart", JsonSerializer.Serialize(Spec, Json));
        output.Content.AppendHtml(Html.Tag("figcaption", Spec.Unit is null ? Title : words["{0}（{1}）", Title, Spec.Unit]).With("id", caption));
        output.Content.AppendHtml(Html.Tag("div", null, "chart-view").With("hidden", "hidden").With("role", "img").With("aria-labelledby", caption));
        output.Content.AppendHtml(Html.Holding(
            "details",
            null,
            Html.Tag("summary", words["数据表"]),
            Html.Holding("div", "table-region", Table()).With("role", "region").With("aria-labelledby", caption).With("tabindex", "0")).With("open", "open"));
    }

    private TagBuilder Table() => Html.Holding(
        "table",
        "data",
        Html.Holding("thead", null, Html.Holding("tr", null, Spec.Series.Select(series => Head(series.Name, "n")).Prepend(Head(Spec.CategoryName)))),
        Html.Holding("tbody", null, Spec.Categories.Select(Row)));

    private TagBuilder Row(string category, int at) => Html.Holding(
        "tr",
        null,
        Spec.Series.Select(series => Html.Tag("td", Number(series.Values[at]), "n")).Prepend(Html.Tag("th", category).With("scope", "row")));

    private static TagBuilder Head(string text, string? cssClass = null) =>
        Html.Tag("th", text, cssClass).With("scope", "col");

    private static string Number(decimal? value) => value?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? "—";
}
