using System.ComponentModel.DataAnnotations;
using Gongkai.Content.Markup;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;

namespace Gongkai.Publishing;

/// <summary>A draft as a person fills it in. What a type does not ask for stays empty.</summary>
internal sealed class DraftForm
{
    [Display(Name = "标题"), Required]
    public string? Title { get; set; }

    [Display(Name = "发文字号")]
    public string? Number { get; set; }

    [Display(Name = "发文机关")]
    public string? Issuer { get; set; }

    [Display(Name = "成文日期")]
    public DateOnly? WrittenOn { get; set; }

    [Display(Name = "施行日期")]
    public DateOnly? EffectiveOn { get; set; }

    [Display(Name = "有效期至")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "主题分类")]
    public string? Topic { get; set; }

    [Display(Name = "文种")]
    public string? Genre { get; set; }

    [Display(Name = "关键词")]
    public string? Keywords { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    /// <summary>A line an effect: 废止 云民规〔2019〕3号.</summary>
    [Display(Name = "废止、修改或宣布失效的文件")]
    public string? Effects { get; set; }

    /// <summary>What only its type has, by key.</summary>
    public Dictionary<string, string?> Extra { get; set; } = [];

    [Display(Name = "正文")]
    public string? Text { get; set; }

    /// <summary>The text as the editor hands it over; null where it was written in the plain field, or not touched.</summary>
    public string? Html { get; set; }

    [Display(Name = "公开属性")]
    public DisclosureAttribute Attribute { get; set; }

    [Display(Name = "不予公开的情形")]
    public WithholdingGround Ground { get; set; }

    [Display(Name = "理由")]
    public string? Reason { get; set; }

    [Display(Name = "重新评估日期")]
    public DateOnly? ReassessOn { get; set; }

    [Display(Name = "公开事项")]
    public Guid? Item { get; set; }

    [Display(Name = "解读哪份文件")]
    public Guid? Explains { get; set; }

    [Display(Name = "网页地址")]
    public string? Address { get; set; }

    /// <summary>The form filled in with what a draft says.</summary>
    public static DraftForm Of(Document document, Edition edition, EditionText text)
    {
        var form = new DraftForm
        {
            Text = MarkupWriter.Write(text.Body),
            Attribute = document.Attribute,
            Ground = document.Ground,
            Reason = document.AttributeReason,
            ReassessOn = document.ReassessOn,
            Item = document.ItemId?.Value,
            Explains = document.ExplainsId?.Value,
            Address = document.WishedAddress,
        };
        form.Adopt(edition.Head);
        return form;
    }

    /// <summary>Fills in what stands above the text.</summary>
    public void Adopt(DocumentHead head)
    {
        (Title, Number, Issuer, Topic, Genre, Keywords, Source) = (head.Title, head.Number, head.Issuer, head.Topic, head.Genre, head.Keywords, head.Source);
        (WrittenOn, EffectiveOn, ExpiresOn) = (head.WrittenOn, head.EffectiveOn, head.ExpiresOn);
        Effects = string.Join('\n', head.Effects.Select(effect => effect.ToString()).Concat(head.UnreadableEffects));
        Extra = head.Extra.ToDictionary(extra => extra.Key, string? (extra) => extra.Value);
    }

    /// <summary>What was filled in.</summary>
    public DraftContent Content => new(Head, MarkupReader.Read(Text))
    {
        Disclosure = new(Attribute, Ground, Reason ?? "", ReassessOn),
        Item = Item is { } item ? new CatalogueItemId(item) : null,
        Explains = Explains is { } explained ? new DocumentId(explained) : null,
        WishedAddress = Address,
    };

    private DocumentHead Head => new(Title ?? "")
    {
        Number = Number ?? "",
        Issuer = Issuer ?? "",
        WrittenOn = WrittenOn,
        EffectiveOn = EffectiveOn,
        ExpiresOn = ExpiresOn,
        Topic = Topic ?? "",
        Genre = Genre ?? "",
        Keywords = Keywords ?? "",
        Source = Source ?? "",
        Effects = EffectLine.Read(Effects, out var unreadable),
        UnreadableEffects = unreadable,
        Extra = Extra.Where(extra => extra.Value is not null).ToDictionary(extra => extra.Key, extra => extra.Value!),
    };
}
