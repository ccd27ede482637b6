using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// The last day of something, and on demand how it was found:
/// <c>&lt;limit day="due" relative="还有 4 个工作日" rule="收到后20个工作日内" source="《条例》第三十三条" days-href="…" /&gt;</c>;
/// between the tags stands what was counted and what was not. The words and the days come from the page, because counting is a matter of law.
/// </summary>
[HtmlTargetElement("limit", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LimitTagHelper(TimeProvider time, IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>The last day, included; null where none is set yet, which shows a dash.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The last instant, where the limit runs in hours.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>True leaves the year out of the day.</summary>
    public bool NoYear { get; set; }

    /// <summary>How far away it is, in words.</summary>
    public string? Relative { get; set; }

    /// <summary>What is uncertain about it, in words.</summary>
    public string? Note { get; set; }

    /// <summary>The rule in words; with it the explanation unfolds.</summary>
    public string? Rule { get; set; }

    /// <summary>Article the rule stands on, in words.</summary>
    public string? Source { get; set; }

    /// <summary>Page that goes through it day by day.</summary>
    public string? DaysHref { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var counted = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("limit");
        output.Content.Clear();
        output.Content.AppendHtml(When());
        if (!string.IsNullOrEmpty(Relative)) output.Content.AppendHtml(Html.Tag("small", Relative, "relative"));
        if (!string.IsNullOrEmpty(Note)) output.Content.AppendHtml(Html.Tag("small", Note, "relative"));
        if (string.IsNullOrEmpty(Rule)) return;

        output.Content.AppendHtml(Html.Holding(
            "details",
            null,
            Html.Tag("summary", words["怎样计算"]),
            Html.Holding("p", null, Html.Tag("span", Rule), string.IsNullOrEmpty(Source) ? null : Html.Tag("small", Source, "source")),
            counted.IsEmptyOrWhiteSpace ? null : Html.Holding("div", null, counted),
            string.IsNullOrEmpty(DaysHref) ? null : Html.Holding("p", null, Html.Tag("a", words["逐日说明"]).With("href", SiteAddress.For(ViewContext.HttpContext.Request, DaysHref)))));
    }

    private TagBuilder When() => At is { } at ? Dates.Element(at, time.LocalTimeZone)
        : Day is not { } day ? Html.Tag("span", "—", "n")
        : NoYear ? Html.Tag("time", DateText.DayOfYear(day), "n").With("datetime", Dates.Machine(day))
        : Dates.Element(day, time.LocalTimeZone);
}
