using System.ComponentModel.DataAnnotations;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>A limit as an officer types it in; every field may be empty, and the rule says what is missing.</summary>
internal sealed class LimitInput
{
    [Display(Name = "时限种类")]
    public LimitKind Kind { get; set; } = LimitKind.Date;

    [Display(Name = "截止日期")]
    public DateOnly? Date { get; set; }

    [Display(Name = "开始日期")]
    public DateOnly? StartDate { get; set; }

    [Display(Name = "多久一次")]
    public Recurrence? Recurrence { get; set; }

    [Display(Name = "数量")]
    public int? Number { get; set; }

    [Display(Name = "日的种类")]
    public DayUnit? DayUnit { get; set; }

    [Display(Name = "小时")]
    public int? Hours { get; set; }

    [Display(Name = "从什么事项起算")]
    public string? Event { get; set; }

    [Display(Name = "每期至少")]
    public int? MinCount { get; set; }

    [Display(Name = "分几个方面")]
    public int? Aspects { get; set; }

    [Display(Name = "季节开始")]
    public DateOnly? SeasonFirst { get; set; }

    [Display(Name = "季节结束")]
    public DateOnly? SeasonLast { get; set; }

    /// <summary>The rule typed in; fields that its kind does not know are left out.</summary>
    public LimitRule Rule => Kind switch
    {
        LimitKind.Date => new(Kind, "") { Date = Date, StartDate = StartDate, MinCount = MinCount },
        LimitKind.Periodic => new(Kind, "")
        {
            Recurrence = Recurrence,
            Days = Recurrence == Plans.Recurrence.EveryNDays ? Number : null,
            Months = Recurrence == Plans.Recurrence.EveryNMonths ? Number : null,
            Date = Recurrence == Plans.Recurrence.Yearly ? Date : null,
            MinCount = MinCount,
            Aspects = Aspects,
            SeasonFirst = SeasonFirst,
            SeasonLast = SeasonLast,
            Season = SeasonFirst is null && SeasonLast is null ? null : "",
        },
        LimitKind.AfterEvent => new(Kind, "") { Event = Event, Hours = Hours, Days = Hours is null ? Number : null, DayUnit = Hours is null ? DayUnit ?? Plans.DayUnit.Working : null },
        _ => new(Kind, ""),
    };
}
