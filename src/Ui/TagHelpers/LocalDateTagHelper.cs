using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// A day or an instant as a <c>time</c> element: <c>&lt;local-date value="Model.ReplyBy" relative="还有 4 个工作日" /&gt;</c>.
/// The relative text comes from the page, because counting days is a matter of law.
/// </summary>
[HtmlTargetElement("local-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalDateTagHelper(TimeProvider time) : TagHelper
{
    /// <summary>A <see cref="DateOnly"/> (a local day), a <see cref="DateTimeOffset"/> (shown to the minute on the site's clock), or null, which shows a dash.</summary>
    public object? Value { get; set; }

    /// <summary>How far away it is, in words; null for none.</summary>
    public string? Relative { get; set; }

    /// <summary>True leaves the year out of a day, where its surroundings tell it.</summary>
    public bool NoYear { get; set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Value is null ? "span" : "time";
        output.AddClass("n");
        if (Value is not null) output.Attributes.SetAttribute("datetime", Dates.Machine(Value));
        output.Content.Append(Value is DateOnly day && NoYear ? DateText.DayOfYear(day) : Dates.Shown(Value, time.LocalTimeZone));
        if (Relative is not null) output.PostElement.AppendHtml(Html.Tag("small", Relative, "relative"));
    }
}
