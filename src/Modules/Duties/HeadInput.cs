using System.ComponentModel.DataAnnotations;
using Gongkai.Duties.Queries;

namespace Gongkai.Duties;

/// <summary>What stands at the head of a plan, as the officer types it.</summary>
internal sealed class HeadInput
{
    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "发文机关")]
    public string? Issuer { get; set; }

    [Display(Name = "年度")]
    public int? Year { get; set; }

    [Display(Name = "发文字号")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "印发日期")]
    public DateOnly? PublishedOn { get; set; }

    public bool IsEmpty => Title is null && Issuer is null && Year is null;

    public static HeadInput Of(DraftView view) => new()
    {
        Title = view.Content.Title,
        Issuer = view.Content.Issuer,
        Year = view.Draft.Year,
        DocumentNumber = view.Content.DocumentNumber,
        PublishedOn = view.Content.PublishedOn,
    };

    public PlanHead Read() => new((Title ?? "").Trim(), (Issuer ?? "").Trim(), Year ?? 0, string.IsNullOrWhiteSpace(DocumentNumber) ? null : DocumentNumber.Trim(), PublishedOn);
}
