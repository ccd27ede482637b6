using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Gongkai.Ui.Validation;

/// <summary>
/// Gives every form error a sentence for people: the framework's own are English and speak of values.
/// A page names its input with <see cref="DisplayAttribute"/>; a message given with the attribute wins.
/// </summary>
internal sealed class FormSentences(IStringLocalizer<Words> words) : IConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    private const string Missing = "请填写{0}。";

    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((value, name) => words["“{0}”不能作为{1}，请改正后再提交。", value, name]);
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["“{0}”不能识别，请改正后再提交。", value]);
        say.SetUnknownValueIsInvalidAccessor(name => words["{0}填写的内容不能识别，请改正后再提交。", name]);
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["填写的内容不能识别，请改正后再提交。"]);
        say.SetValueIsInvalidAccessor(value => words["“{0}”不能识别，请改正后再提交。", value]);
        say.SetValueMustNotBeNullAccessor(_ => words["这一项不能为空。"]);
        say.SetValueMustBeANumberAccessor(name => words["{0}应当填写数字。", name]);
        say.SetNonPropertyValueMustBeANumberAccessor(() => words["这里应当填写数字。"]);
        say.SetMissingBindRequiredValueAccessor(name => words[Missing, name]);
        say.SetMissingKeyOrValueAccessor(() => words["这一项不能为空。"]);
        say.SetMissingRequestBodyRequiredValueAccessor(() => words["没有收到内容，请重新提交。"]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // An attribute that already speaks keeps its own words.
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null) rule.ErrorMessage = SentenceFor(rule);
        }
    }

    private static string? SentenceFor(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => Missing,
        StringLengthAttribute { MinimumLength: > 0 } => "{0}应当在{2}到{1}个字之间。",
        StringLengthAttribute or MaxLengthAttribute => "{0}不能超过{1}个字。",
        MinLengthAttribute => "{0}至少要有{1}个字。",
        RangeAttribute => "{0}应当在{1}到{2}之间。",
        EmailAddressAttribute => "{0}应当是一个电子邮箱地址。",
        UrlAttribute => "{0}应当是一个完整的网址，以 http:// 或 https:// 开头。",
        PhoneAttribute => "{0}应当是一个电话号码。",
        CompareAttribute => "{0}与{1}不一致。",
        RegularExpressionAttribute => "{0}的格式不对。",
        _ => null,
    };
}
