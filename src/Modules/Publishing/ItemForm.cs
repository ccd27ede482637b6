using System.ComponentModel.DataAnnotations;
using Gongkai.Publishing.Catalogue;

namespace Gongkai.Publishing;

/// <summary>An item as a person fills it in. Lengths are judged where the item is, so that a file and a form are told the same.</summary>
internal sealed class ItemForm
{
    [Display(Name = "领域"), Required]
    public string? Field { get; set; }

    [Display(Name = "一级事项"), Required]
    public string? First { get; set; }

    [Display(Name = "二级事项"), Required]
    public string? Second { get; set; }

    [Display(Name = "公开内容（要素）"), Required]
    public string? Text { get; set; }

    [Display(Name = "公开依据")]
    public string? Basis { get; set; }

    [Display(Name = "公开时限")]
    public string? Limit { get; set; }

    [Display(Name = "公开主体")]
    public string? Bearer { get; set; }

    /// <summary>One channel a line.</summary>
    [Display(Name = "公开渠道和载体")]
    public string? Channels { get; set; }

    [Display(Name = "全社会")]
    public bool Everybody { get; set; } = true;

    [Display(Name = "特定群体")]
    public bool SomePeople { get; set; }

    [Display(Name = "哪些人")]
    public string? Group { get; set; }

    [Display(Name = "主动公开")]
    public bool Active { get; set; } = true;

    [Display(Name = "依申请公开")]
    public bool OnRequest { get; set; }

    [Display(Name = "市级")]
    public bool City { get; set; }

    [Display(Name = "县级")]
    public bool County { get; set; }

    [Display(Name = "乡级")]
    public bool Town { get; set; }

    [Display(Name = "村级")]
    public bool Village { get; set; }

    [Display(Name = "自哪天起"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "依据或理由"), StringLength(500)]
    public string? Reason { get; set; }

    /// <summary>The form filled in with what an item says.</summary>
    public static ItemForm Of(ItemContent content) => new()
    {
        Field = content.Field,
        First = content.First,
        Second = content.Second,
        Text = content.Content,
        Basis = content.Basis,
        Limit = content.Limit,
        Bearer = content.Bearer,
        Channels = string.Join('\n', content.Channels),
        Everybody = content.Audience.HasFlag(Audience.Everybody),
        SomePeople = content.Audience.HasFlag(Audience.Group),
        Group = content.Group,
        Active = content.Manner.HasFlag(Manner.Active),
        OnRequest = content.Manner.HasFlag(Manner.OnRequest),
        City = content.Levels.HasFlag(Levels.City),
        County = content.Levels.HasFlag(Levels.County),
        Town = content.Levels.HasFlag(Levels.Town),
        Village = content.Levels.HasFlag(Levels.Village),
    };

    /// <summary>What was filled in.</summary>
    public ItemContent Content => new(Field ?? "", First ?? "", Second ?? "", Text ?? "")
    {
        Basis = Basis ?? "",
        Limit = Limit ?? "",
        Bearer = Bearer ?? "",
        Channels = (Channels ?? "").Split(['\n', '\r', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Audience = (Everybody ? Audience.Everybody : Audience.None) | (SomePeople ? Audience.Group : Audience.None),
        Group = SomePeople ? Group ?? "" : "",
        Manner = (Active ? Manner.Active : Manner.None) | (OnRequest ? Manner.OnRequest : Manner.None),
        Levels = (City ? Levels.City : Levels.None) | (County ? Levels.County : Levels.None) | (Town ? Levels.Town : Levels.None) | (Village ? Levels.Village : Levels.None),
    };
}
