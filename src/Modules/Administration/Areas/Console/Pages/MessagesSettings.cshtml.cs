using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages;

/// <summary>How messages leave the house: the mail server and the webhooks. Secrets are shown as set or not set, never themselves.</summary>
[Permission(AdministrationPermissions.MessagesSettings)]
internal sealed class MessagesSettingsModel(SettingsStore store, MessageSecrets secrets, ChangeMessageSettings change, SendTestMessage test, IStringLocalizer<Words> words) : ActPage(words)
{
    private const string Here = "/console/messages-settings";

    /// <summary>The settings as typed.</summary>
    internal sealed class Form
    {
        [Display(Name = "发送邮件")]
        public bool MailOn { get; set; }

        [Display(Name = "邮件服务器")]
        public string? Host { get; set; }

        [Display(Name = "端口"), Required]
        public int? Port { get; set; }

        [Display(Name = "加密方式")]
        public MailTls Tls { get; set; }

        [Display(Name = "服务器用户名")]
        public string? User { get; set; }

        [Display(Name = "发件邮箱")]
        public string? From { get; set; }

        [Display(Name = "发件人名称")]
        public string? FromName { get; set; }

        [Display(Name = "本站网址")]
        public string? Site { get; set; }

        [Display(Name = "推送到接口")]
        public bool WebhooksOn { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool HasPassword => !string.IsNullOrEmpty(secrets.MailPassword);

    public IReadOnlyList<Webhook> Webhooks => secrets.Webhooks;

    public IEnumerable<SelectListItem> TlsChoices => Enum.GetValues<MailTls>().Select(tls => new SelectListItem(Words[$"tls.{tls}"], tls.ToString()));

    protected override Task<IActionResult> Again(CancellationToken stop) => Task.FromResult<IActionResult>(Page());

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = await store.Get<MessageSettings>(stop);
        Input = new()
        {
            MailOn = now.MailOn,
            Host = now.Host,
            Port = now.Port,
            Tls = now.Tls,
            User = now.User,
            From = now.From,
            FromName = now.FromName,
            Site = now.Site,
            WebhooksOn = now.WebhooksOn,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) => await After(await change.Run(Typed(), stop), Words["已保存。"], Here, () => Again(stop));

    public async Task<IActionResult> OnPostTestAsync(CancellationToken stop)
    {
        ModelState.Clear();
        var outcome = await test.Run(stop);
        await OnGetAsync(stop);
        return await After(outcome, Words["测试邮件已排队，稍后请查收；发不出会列在“投递”里。"], Here, () => Again(stop));
    }

    private MessageSettings Typed() => new()
    {
        MailOn = Input.MailOn,
        Host = Input.Host?.Trim() ?? "",
        Port = Input.Port ?? 0,
        Tls = Input.Tls,
        User = string.IsNullOrWhiteSpace(Input.User) ? null : Input.User.Trim(),
        From = Input.From?.Trim() ?? "",
        FromName = Input.FromName?.Trim() ?? "",
        Site = Input.Site?.Trim().TrimEnd('/') ?? "",
        WebhooksOn = Input.WebhooksOn,
    };
}
