using System.ComponentModel.DataAnnotations;
using Gongkai.Ui.Frame;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.Pages;

/// <summary>All components in all states, for browser tests; <c>?frame=console</c> and <c>?frame=plain</c> show the other frames.</summary>
internal sealed class ComponentsModel(IStringLocalizer<Words> words) : PageModel, IShownAgain
{
    public static readonly DateOnly Day = new(2026, 11, 20);
    public static readonly DateTimeOffset Instant = new(2026, 11, 20, 1, 30, 0, TimeSpan.Zero);

    public static readonly StatusPage Failed = new(500, "00-4f2a-01");

    public static readonly SelectListItem[] Kinds = [new("网上办理", "net"), new("窗口办理", "desk"), new("邮寄办理", "post")];

    public static readonly ProgressLine[] Progress =
    [
        new("资料整理", 50, 39, 2, "#bars"), new("说明与答复", 22, 14), new("往来联系", 14, 10, 1, "#bars"), new("平台建设", 10, 10), new("尚未开始", 0, 0),
    ];

    public static readonly ChartSpec ByOffice = new(
        ChartKind.StackedBars,
        "处室",
        ["综合科", "业务科", "信息科", "档案室"],
        [new("已完成", [12, 9, 14, 3]), new("进行中", [4, 6, 1, 2], ChartTone.Quiet), new("超期", [1, 0, 0, 2], ChartTone.Late)])
    { Unit = "项", Horizontal = true };

    public static readonly ChartSpec ByMonth = new(
        ChartKind.Lines,
        "月份",
        ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月"],
        [new("今年", [21, 18, 30, 27, 33, null]), new("去年", [19, 12, 22, 25, 24, 29], ChartTone.Light)])
    { Unit = "件" };

    public static readonly ChartSpec Heat = new(
        ChartKind.HeatMap,
        "月份",
        ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月"],
        [new("综合科", [2, 3, 1, 5, 4, 2]), new("业务科", [0, 1, null, 2, 6, 3]), new("信息科", [4, 4, 4, 3, 5, 5])])
    { Unit = "份" };

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 4;

    [BindProperty(SupportsGet = true)]
    public string? Frame { get; set; }

    [BindProperty]
    public SampleInput Input { get; set; } = new();

    public SampleFilter Filter { get; } = new();

    public string Layout => Frame switch
    {
        "console" => "_ConsoleLayout",
        "plain" => "_PlainLayout",
        _ => "_PortalLayout",
    };

    public IStringLocalizer Words => words;

    public Refusal[] Refusals { get; } = [new("ui.sample-refusal", "示例规则第 3 条") { Values = [2] }];

    public Reason[] Reasons { get; } = [new("这一项已经由另一处室办理。", "请与对方商量后再试。")];

    public void OnGet()
    {
        // The gallery shows a form as it comes back: what was typed is kept, and the error stands at its field.
        ModelState.SetModelValue("Input.Count", "三份", "三份");
        ModelState.AddModelError("Input.Count", "“三份”不能作为份数，请写成数字，例如 3。");
        ModelState.AddModelError("Input.Mail", "电子邮箱应当是一个电子邮箱地址。");
        ModelState.AddModelError("Input.Told", "请先通知协办处室，再提交。");
        ModelState.AddModelError("Input.Paper", "文件超过 20 兆，没有收下。");
    }

    public PageResult OnPost() => Page();

    public Task<IActionResult> ShowAgain(CancellationToken stop) => Task.FromResult<IActionResult>(Page());

    public PageResult OnPostReason() => Page();

    internal sealed class SampleInput
    {
        [Display(Name = "标题"), StringLength(30)]
        public string Title { get; set; } = "";

        [Display(Name = "说明"), DataType(DataType.MultilineText)]
        public string? Text { get; set; }

        [Display(Name = "份数")]
        public int? Count { get; set; }

        [Display(Name = "办理日期")]
        public DateOnly? On { get; set; } = Day;

        [Display(Name = "类别")]
        public string Kind { get; set; } = "desk";

        [Display(Name = "领取方式")]
        public string Way { get; set; } = "net";

        [Display(Name = "附件")]
        public Microsoft.AspNetCore.Http.IFormFile? Paper { get; set; }

        [Display(Name = "电子邮箱"), DataType(DataType.EmailAddress)]
        public string? Mail { get; set; } = "示例 at 邮箱";

        [Display(Name = "查询码")]
        public string Secret { get; set; } = "";

        [Display(Name = "编号")]
        public string Fixed { get; set; } = "2026-00512";

        public bool Agreed { get; set; }

        public bool Told { get; set; }
    }

    internal sealed class SampleFilter
    {
        public string? Word { get; set; }

        public string? Kind { get; set; } = "desk";

        public DateOnly? From { get; set; }
    }
}
