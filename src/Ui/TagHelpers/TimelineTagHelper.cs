using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>What has happened, newest first: <c>&lt;timeline&gt;&lt;timeline-item at="…" who="…"&gt;…&lt;/timeline-item&gt;&lt;/timeline&gt;</c>.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.AddClass("timeline");
    }
}

/// <summary>One thing that happened, in words; between the tags stands what was done.</summary>
[HtmlTargetElement("timeline-item", ParentTag = "timeline")]
public sealed class TimelineItemTagHelper(TimeProvider time) : TagHelper
{
    /// <summary>When: a <see cref="DateTimeOffset"/>, or a <see cref="DateOnly"/> where the hour does not matter.</summary>
    public required object At { get; set; }

    /// <summary>Who did it; null for the system itself.</summary>
    public string? Who { get; set; }

    /// <summary>How it weighs: a late or returned thing shows.</summary>
    public BadgeKind Kind { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var what = await output.GetChildContentAsync();
        output.TagName = "li";
        if (Kind is BadgeKind.Late or BadgeKind.Soon) output.AddClass("grave");
        if (Kind is BadgeKind.Ok) output.AddClass("done");
        output.Content.Clear();
        output.Content.AppendHtml(Html.Holding("div", "what", what));
        output.Content.AppendHtml(Html.Holding("p", "when", Dates.Element(At, time.LocalTimeZone), Who is null ? null : Html.Tag("span", Who, "who")));
    }
}
