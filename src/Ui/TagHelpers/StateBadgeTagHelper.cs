using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>What a badge says at a glance; the text says it in words.</summary>
public enum BadgeKind
{
    /// <summary>A fact without judgement.</summary>
    Plain,

    /// <summary>Done, in force, in time.</summary>
    Ok,

    /// <summary>Due before long.</summary>
    Soon,

    /// <summary>Past its limit.</summary>
    Late,

    /// <summary>No longer asked for.</summary>
    Waived,

    /// <summary>Waiting for somebody.</summary>
    Pending,
}

/// <summary>A state in a word or two: <c>&lt;state-badge kind="Late" text="超期 2 天" /&gt;</c>.</summary>
[HtmlTargetElement("state-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateBadgeTagHelper : TagHelper
{
    /// <summary>What it says at a glance.</summary>
    public BadgeKind Kind { get; set; }

    /// <summary>What it says in words; two to eight characters read best.</summary>
    public required string Text { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(Kind switch
        {
            BadgeKind.Ok => "badge badge-ok",
            BadgeKind.Soon => "badge badge-soon",
            BadgeKind.Late => "badge badge-late",
            BadgeKind.Waived => "badge badge-waived",
            BadgeKind.Pending => "badge badge-pending",
            _ => "badge",
        });
        output.Content.SetContent(Text);
    }
}
