using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages;

/// <summary>The own messages (消息), and which of them also come by mail.</summary>
[OwnAffair]
internal sealed class MessagesModel(Inbox inbox, ReadMessages read, ChooseMail choose, IEnumerable<MessageKind> kinds, IStringLocalizerFactory texts, IStringLocalizer<Words> words) : ActPage(words)
{
    private const string Here = "/console/messages";

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public InboxPage Shown { get; private set; } = new([], 0, 0);

    /// <summary>Kinds with their names and whether they come by mail.</summary>
    public IReadOnlyList<(string Key, string Name, bool ByMail)> Kinds { get; private set; } = [];

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await OnGetAsync(stop);
        return Page();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        P = Math.Clamp(P, 1, 10_000);
        Shown = await inbox.Page(P, stop);
        var chosen = await inbox.Choices(stop);
        Kinds = [.. kinds.Select(kind => (kind.Key, texts.Create(kind.Words)[kind.Name].Value, chosen.GetValueOrDefault(kind.Key, kind.ByMail)))];
    }

    /// <summary>What a kind is called.</summary>
    public string NameOf(string kind) => Kinds.FirstOrDefault(known => known.Key == kind).Name ?? Words["通知"];

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken stop)
    {
        var opened = await read.Run(id, stop);
        return LocalRedirect("~" + (opened.Made is { Length: > 0 } address ? address : Here));
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken stop)
    {
        await read.Run(null, stop);
        return await After(Outcome.Done, Words["已全部标为已读。"], Here, () => Again(stop));
    }

    public async Task<IActionResult> OnPostChooseAsync(List<string> mail, CancellationToken stop) =>
        await After(await choose.Run(mail, stop), Words["已保存邮件提醒的选择。"], Here, () => Again(stop));
}
