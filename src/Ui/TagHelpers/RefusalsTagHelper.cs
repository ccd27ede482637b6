using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>A reason as a person reads it.</summary>
/// <param name="Sentence">What stands against it.</param>
/// <param name="WhatToDo">What helps; null where nothing does.</param>
/// <param name="Source">Article it stands on, in words; null where the reason is not one of law.</param>
public sealed record Reason(string Sentence, string? WhatToDo = null, string? Source = null);

/// <summary>
/// Says on top of a page why nothing was done: refusals of an act, then what the form got wrong, each leading to its field.
/// <c>&lt;refusals of="Model.Refusals" words="T" /&gt;</c>; nothing is shown when there is nothing to say.
/// </summary>
[HtmlTargetElement("refusals", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RefusalsTagHelper(IHtmlGenerator html, IStringLocalizer<Words> own) : TagHelper
{
    /// <summary>Refusals of an act.</summary>
    public IEnumerable<Refusal>? Of { get; set; }

    /// <summary>The module's words: a refusal's code is the key of its sentence, <c>code.do</c> the key of what to do.</summary>
    public IStringLocalizer? Words { get; set; }

    /// <summary>Reasons already in words.</summary>
    public IEnumerable<Reason>? Reasons { get; set; }

    /// <summary>What was not done; a plain sentence stands for null.</summary>
    public string? Heading { get; set; }

    /// <summary>False leaves errors of the form to their fields.</summary>
    public bool FormErrors { get; set; } = true;

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There are refusals but no words for them.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        TagBuilder[] lines = [.. (Reasons ?? []).Concat((Of ?? []).Select(InWords)).Select(Line), .. FormErrors ? FormLines() : []];
        if (lines.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("refusals");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml(Html.Tag("h2", Heading ?? own["没有办成，内容都还在"]));
        output.Content.AppendHtml(Html.Holding("ul", null, lines));
    }

    private Reason InWords(Refusal refusal)
    {
        if (Words is null) throw new InvalidOperationException("Refusals need the words of their module.");
        var todo = Words[$"{refusal.Code}.do"];
        return new(Words[refusal.Code, [.. refusal.Values]], todo.ResourceNotFound ? null : todo.Value, refusal.Source);
    }

    private TagBuilder Line(Reason reason) => Html.Holding(
        "li",
        null,
        Html.Tag("span", reason.Sentence),
        reason.Source is null ? null : Html.Tag("small", reason.Source, "source"),
        reason.WhatToDo is null ? null : Html.Tag("span", reason.WhatToDo, "to-do"));

    private IEnumerable<TagBuilder> FormLines() =>
        from entry in ViewContext.ModelState
        where entry.Value.ValidationState == ModelValidationState.Invalid
        from error in entry.Value.Errors
        where error.ErrorMessage.Length > 0
        select Html.Holding("li", null, entry.Key.Length == 0 ? Html.Tag("span", error.ErrorMessage) : FieldLink(entry.Key, error.ErrorMessage));

    private TagBuilder FieldLink(string name, string message) =>
        Html.Tag("a", message).With("href", "#" + TagBuilder.CreateSanitizedId(name, html.IdAttributeDotReplacement));
}
