using System.ComponentModel.DataAnnotations;
using Gongkai.Checks;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing;

/// <summary>The settings of publication as a person fills them in: lists stand a line an entry.</summary>
internal sealed class SettingsForm
{
    [Display(Name = "索引号"), Required]
    public string? IndexNumber { get; set; }

    [Display(Name = "解读最迟几个工作日"), Required]
    public int? InterpretationDays { get; set; }

    [Display(Name = "应急发布后补审时限（小时）"), Required]
    public int? AfterReviewHours { get; set; }

    [Display(Name = "到期前几个月提醒"), Required]
    public int? ExpiryNoticeMonths { get; set; }

    /// <summary>Codes that must be dealt with.</summary>
    public List<string> Blocking { get; set; } = [];

    [Display(Name = "易错词")]
    public string? Wrong { get; set; }

    [Display(Name = "不宜使用的词")]
    public string? Forbidden { get; set; }

    [Display(Name = "内部标志")]
    public string? Marks { get; set; }

    [Display(Name = "负面清单")]
    public string? Negative { get; set; }

    /// <summary>The form filled in with settings.</summary>
    public static SettingsForm Of(PublishingSettings now) => new()
    {
        IndexNumber = now.IndexNumber,
        InterpretationDays = now.InterpretationDays,
        AfterReviewHours = now.AfterReviewHours,
        ExpiryNoticeMonths = now.ExpiryNoticeMonths,
        Blocking = [.. now.Blocking],
        Wrong = string.Join('\n', now.Words.Wrong.Select(word => $"{word.Wrong}={word.Right}")),
        Forbidden = string.Join('\n', now.Words.Forbidden),
        Marks = string.Join('\n', now.Words.Marks),
        Negative = string.Join('\n', now.Negative),
    };

    /// <summary>What was filled in.</summary>
    /// <param name="known">Codes that can be found; others are passed over.</param>
    public PublishingSettings Typed(IEnumerable<string> known) => new()
    {
        IndexNumber = IndexNumber?.Trim() ?? "",
        InterpretationDays = InterpretationDays ?? -1,
        AfterReviewHours = AfterReviewHours ?? 0,
        ExpiryNoticeMonths = ExpiryNoticeMonths ?? -1,
        Blocking = [.. known.Intersect(Blocking)],
        Words = new() { Wrong = [.. Lines(Wrong).Select(Correction)], Forbidden = Lines(Forbidden), Marks = Lines(Marks) },
        Negative = Lines(Negative),
    };

    private static List<string> Lines(string? typed) => [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>部署写错=部署; a line without its second half is told as unfit.</summary>
    private static WrongWord Correction(string line)
    {
        var halves = line.Split(['=', '＝'], 2, StringSplitOptions.TrimEntries);
        return new(halves[0], halves.Length > 1 ? halves[1] : "");
    }
}
