using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// One question of a form: label, hint, control and error belong together for eye and ear, and what was typed stays.
/// <c>&lt;field for="Input.Reason" label="理由" hint="写明依据" rows="4" kind="TextArea" /&gt;</c>. Other attributes go to the control.
/// Nothing is checked by the browser: the server says in its own words what is wrong.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>The property filled in.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The question; the property's display name when null.</summary>
    public string? Label { get; set; }

    /// <summary>A sentence under the question that helps to answer it; more than a sentence goes between the tags.</summary>
    public string? Hint { get; set; }

    /// <summary>What it is filled in with.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>Choices for <see cref="FieldKind.Select"/> and <see cref="FieldKind.Radios"/>.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>First choice of a select that stands for none, such as 全部; null for none.</summary>
    public string? NoneText { get; set; }

    /// <summary>Lines shown of a <see cref="FieldKind.TextArea"/>.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>True hides the mark 选填 on what may stay empty; for filters.</summary>
    public bool Unmarked { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, html.IdAttributeDotReplacement);

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = Kind == FieldKind.Auto ? FieldKinds.For(For.ModelExplorer, Items is not null) : Kind;
        var help = await output.GetChildContentAsync();
        var hint = HintOf(help);
        var errors = ErrorsOf(kind);
        var attributes = output.Attributes.ToDictionary(own => own.Name, object? (own) => ValueOf(own));
        var described = string.Join(' ', new[] { hint is null ? null : $"{Id}-hint", errors is null ? null : $"{Id}-error" }.OfType<string>());
        if (described.Length > 0) attributes["aria-describedby"] = described;
        if (errors is not null) attributes["aria-invalid"] = "true";
        if (IsRequired(kind)) attributes["aria-required"] = "true";

        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = kind == FieldKind.Radios ? "fieldset" : "div";
        output.AddClass(errors is null ? "field" : "field field-bad");
        output.Content.Clear();
        if (kind == FieldKind.Radios)
        {
            if (described.Length > 0) output.Attributes.SetAttribute("aria-describedby", described);
            Append(output, Question("legend", kind), hint, errors, Radios());
        }
        else if (kind == FieldKind.CheckBox)
        {
            Append(output, Html.Holding("div", "choice", CheckBox(attributes), Question("label", kind).With("for", Id)), hint, errors);
        }
        else
        {
            Append(output, Question("label", kind).With("for", Id), hint, errors, Control(kind, attributes));
        }
    }

    /// <summary>What the page wrote, in plain text: it is encoded again when the control is written. An attribute without a value stands for itself.</summary>
    private static string ValueOf(TagHelperAttribute own) => own.Value switch
    {
        null => own.Name,
        IHtmlContent encoded => WebUtility.HtmlDecode(encoded.ToString()) ?? "",
        var value => value.ToString() ?? "",
    };

    private static void Append(TagHelperOutput output, params IEnumerable<IHtmlContent?> parts)
    {
        foreach (var part in parts)
        {
            if (part is not null) output.Content.AppendHtml(part);
        }
    }

    private TagBuilder Question(string tag, FieldKind kind)
    {
        var question = Html.Tag(tag, Label ?? For.ModelExplorer.Metadata.GetDisplayName());
        if (!Unmarked && !IsRequired(kind) && kind != FieldKind.CheckBox) question.InnerHtml.AppendHtml(Html.Tag("small", words["选填"], "optional"));
        return question;
    }

    private bool IsRequired(FieldKind kind) => kind != FieldKind.CheckBox && For.ModelExplorer.Metadata.IsRequired;

    private TagBuilder? HintOf(TagHelperContent help) =>
        !help.IsEmptyOrWhiteSpace ? Html.Holding("div", "hint", help).With("id", $"{Id}-hint")
        : Hint is not null ? Html.Tag("p", Hint, "hint").With("id", $"{Id}-hint")
        : null;

    private TagBuilder? ErrorsOf(FieldKind kind)
    {
        if (!ViewContext.ModelState.TryGetValue(Name, out var entry) || entry.ValidationState != ModelValidationState.Invalid) return null;
        var text = string.Join(' ', entry.Errors.Select(error => error.ErrorMessage).Where(message => message.Length > 0));
        if (kind == FieldKind.File) text = $"{text} {words["请重新选择文件。"]}".TrimStart();
        return Html.Holding("p", "error", Html.Tag("span", words["错误："], "unseen"), Html.Tag("span", text)).With("id", $"{Id}-error");
    }

    private TagBuilder Control(FieldKind kind, Dictionary<string, object?> attributes)
    {
        var explorer = For.ModelExplorer;
        switch (kind)
        {
            case FieldKind.TextArea:
                return html.GenerateTextArea(ViewContext, explorer, For.Name, Rows, columns: 0, attributes).Without("cols");
            case FieldKind.Select:
                return html.GenerateSelect(ViewContext, explorer, NoneText, For.Name, Items ?? [], allowMultiple: false, attributes);
            case FieldKind.Password:
                return html.GeneratePassword(ViewContext, explorer, For.Name, value: null, attributes);
            case FieldKind.File:
                attributes["type"] = "file";
                return Input(attributes);
            case FieldKind.Date:
                attributes["type"] = "date";
                return html.GenerateTextBox(ViewContext, explorer, For.Name, explorer.Model, "{0:yyyy-MM-dd}", attributes);
            case FieldKind.Number:
                attributes.TryAdd("inputmode", "numeric");
                attributes.TryAdd("class", "n short");
                return html.GenerateTextBox(ViewContext, explorer, For.Name, explorer.Model, format: null, attributes);
            case FieldKind.Email:
                attributes["type"] = "email";
                return html.GenerateTextBox(ViewContext, explorer, For.Name, explorer.Model, format: null, attributes);
            default:
                return html.GenerateTextBox(ViewContext, explorer, For.Name, explorer.Model, format: null, attributes);
        }
    }

    private TagBuilder Input(Dictionary<string, object?> attributes)
    {
        var input = Html.Tag("input", null).With("id", Id).With("name", Name);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.MergeAttributes(attributes, replaceExisting: true);
        return input;
    }

    private TagBuilder CheckBox(Dictionary<string, object?> attributes)
    {
        attributes["type"] = "checkbox";
        attributes["value"] = "true";
        if (IsTicked()) attributes["checked"] = "checked";
        var box = Input(attributes);
        // An unticked box sends nothing: the hidden one beside it says false.
        return Html.Holding("span", "box", box, html.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));
    }

    /// <summary>As it was sent; what was sent and is neither yes nor no is no, which the framework's own box would fail on.</summary>
    private bool IsTicked() => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } sent
        ? sent.Split(',')[0].Equals("true", StringComparison.OrdinalIgnoreCase)
        : For.Model is true;

    private TagBuilder Radios()
    {
        var typed = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue : null;
        var chosen = typed ?? For.ModelExplorer.GetSimpleDisplayText();
        var choices = Html.Tag("div", null, "choices");
        foreach (var (item, number) in (Items ?? []).Select((item, number) => (item, number)))
        {
            var id = $"{Id}-{number}";
            var value = item.Value ?? item.Text;
            var radio = Html.Tag("input", null).With("type", "radio").With("id", id).With("name", Name).With("value", value)
                .With("checked", value == chosen ? "checked" : null);
            radio.TagRenderMode = TagRenderMode.SelfClosing;
            choices.InnerHtml.AppendHtml(Html.Holding("div", "choice", radio, Html.Tag("label", item.Text).With("for", id)));
        }

        // The summary of errors leads here.
        return choices.With("id", Id);
    }
}
