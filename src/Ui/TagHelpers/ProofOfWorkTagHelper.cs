using System.Globalization;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// The part of a form that keeps programs from sending it by the thousand: <c>&lt;proof-of-work /&gt;</c>, before the button. With scripts the browser does its
/// work by itself; without, the form is taken after a wait. Nothing to read off a picture, nothing to click. Shows nothing where the page asks for nothing.
/// </summary>
[HtmlTargetElement("proof-of-work", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProofOfWorkTagHelper(IProofFields fields, IStringLocalizer<Words> words) : TagHelper
{
    private const string Id = IProofFields.Solution;

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (fields.Of(ViewContext) is not { } field)
        {
            output.SuppressOutput();
            return;
        }

        var error = Error();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(error is null ? "field proof" : "field field-bad proof");
        foreach (var (name, value) in Attributes(field)) output.Attributes.SetAttribute(name, value);
        output.Content.AppendHtml(Html.Tag("p", words["自动检查"], "question").With("id", $"{Id}-label"));
        if (error is not null) output.Content.AppendHtml(error);
        output.Content.AppendHtml(Html.Tag("p", Wait(field.Wait), "hint proof-wait"));
        output.Content.AppendHtml(Html.Tag("p", null, "proof-state").With("role", "status"));
        output.Content.AppendHtml(Html.Tag("button", words["再检查一次"], "button button-small").With("type", "button").With("hidden", ""));
        output.Content.AppendHtml(Hidden(IProofFields.Solution, field.Solution));
        output.Content.AppendHtml(Hidden(IProofFields.Ticket, field.Ticket));
    }

    /// <summary>The summary of errors leads here; scripts find here what to say.</summary>
    private (string Name, string Value)[] Attributes(ProofField field) =>
    [
        ("id", Id), ("tabindex", "-1"), ("role", "group"), ("aria-labelledby", $"{Id}-label"),
        ("data-proof", field.Address), ("data-wait", field.Wait.ToString(CultureInfo.InvariantCulture)), ("data-good", field.Good.ToString(CultureInfo.InvariantCulture)),
        ("data-ready", words["提交之前由浏览器自动完成，不用做什么。"]), ("data-solving", words["正在检查，完成以前提交的会自动送出。"]),
        ("data-solved", words["检查完成，可以提交。"]), ("data-failed", words["没有检查成功。可以再检查一次，也可以在 {0} 秒后提交。"]),
        ("data-waiting", words["{0} 秒后自动送出，请不要关闭页面。"]),
    ];

    private string Wait(int seconds) => seconds > 0 ? words["请在 {0} 秒后提交。浏览器允许脚本时不用等。", seconds] : words["可以提交了。"];

    private TagBuilder? Error()
    {
        if (!ViewContext.ModelState.TryGetValue(Id, out var entry) || entry.ValidationState != ModelValidationState.Invalid) return null;
        var text = string.Join(' ', entry.Errors.Select(error => error.ErrorMessage));
        return Html.Holding("p", "error", Html.Tag("span", words["错误："], "unseen"), Html.Tag("span", text)).With("id", $"{Id}-error").With("role", "alert");
    }

    private static TagBuilder Hidden(string name, string? value)
    {
        var input = Html.Tag("input", null).With("type", "hidden").With("name", name).With("value", value ?? "").With("autocomplete", "off");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
