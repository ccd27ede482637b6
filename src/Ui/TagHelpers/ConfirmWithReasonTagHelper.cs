using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// An act that cannot simply be taken back asks for a reason, not whether one is sure. A folded form without scripts, a dialog with them.
/// <c>&lt;confirm-with-reason id="waive" action="/console/x/waive" text="免除" title="免除这一项" hint="理由将公开" /&gt;</c>;
/// between the tags: what will happen, and further fields.
/// </summary>
[HtmlTargetElement("confirm-with-reason", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ConfirmWithReasonTagHelper(IHtmlGenerator html, IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>Unique on the page.</summary>
    public required string Id { get; set; }

    /// <summary>Address the form posts to.</summary>
    public required string Action { get; set; }

    /// <summary>The verb, on the button that opens and the one that sends.</summary>
    public required string Text { get; set; }

    /// <summary>What is about to be done, to what.</summary>
    public required string Title { get; set; }

    /// <summary>Name of the value posted.</summary>
    public string Name { get; set; } = "reason";

    /// <summary>The question; 理由 when null.</summary>
    public string? Label { get; set; }

    /// <summary>Who will read the reason, and what it should say.</summary>
    public string? Hint { get; set; }

    /// <summary>What was typed before, after a refusal.</summary>
    public string? Value { get; set; }

    /// <summary>What was wrong with it; the form then stays open.</summary>
    public string? Error { get; set; }

    /// <summary>True where the act takes something away from people: the button is cinnabar.</summary>
    public bool Grave { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <summary>Razor hands an attribute whose expression is null over as an empty text.</summary>
    private bool IsWrong => !string.IsNullOrEmpty(Error);

    private string FieldId => $"{Id}-reason";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("confirm");
        output.Attributes.SetAttribute("id", Id);
        if (IsWrong) output.Attributes.SetAttribute("open", "open");
        output.Content.Clear();
        output.Content.AppendHtml(Html.Tag("summary", $"{Text}…", Grave ? "button button-grave" : "button"));
        output.Content.AppendHtml(Html.Holding(
            "form",
            "confirm-panel",
            Html.Tag("h2", Title, "confirm-title").With("id", $"{Id}-title"),
            content.IsEmptyOrWhiteSpace ? null : Html.Holding("div", "confirm-text", content),
            Reason(),
            Html.Holding("div", "actions", Send(), Cancel()),
            html.GenerateAntiforgery(ViewContext)).With("method", "post").With("action", SiteAddress.For(ViewContext.HttpContext.Request, Action)));
    }

    private TagBuilder Reason()
    {
        var hint = Hint is null ? null : Html.Tag("p", Hint, "hint").With("id", $"{FieldId}-hint");
        var error = IsWrong ? Html.Tag("p", Error, "error").With("id", $"{FieldId}-error") : null;
        var described = string.Join(' ', new[] { hint?.Attributes["id"], error?.Attributes["id"] }.OfType<string>());
        return Html.Holding(
            "div",
            IsWrong ? "field field-bad" : "field",
            Html.Tag("label", Label ?? words["理由"]).With("for", FieldId),
            hint,
            error,
            Html.Tag("textarea", Value).With("id", FieldId).With("name", Name).With("rows", "3").With("required", "required")
                .With("aria-describedby", described.Length == 0 ? null : described)
                .With("aria-invalid", IsWrong ? "true" : null));
    }

    private TagBuilder Send() => Html.Tag("button", Text, Grave ? "button button-grave" : "button button-main").With("type", "submit");

    /// <summary>Shown in the dialog only; the folded form is closed by its own head.</summary>
    private TagBuilder Cancel() => Html.Tag("button", words["不办了"], "button in-dialog").With("type", "button").With("data-close", "");
}
