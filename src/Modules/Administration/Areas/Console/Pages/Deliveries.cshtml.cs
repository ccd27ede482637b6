using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Events;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages;

/// <summary>What could not be delivered: consequences of acts inside the house, and messages that leave it.</summary>
[Permission(AdministrationPermissions.Deliveries)]
internal sealed class DeliveriesModel(
    Deliveries deliveries, DeadLetters letters, TryDeliveryNow tryNow, SkipEvent skip, RetryMessage retry, GiveUpMessage giveUp,
    ActNames names, IEnumerable<MessageKind> kinds, IStringLocalizerFactory texts, IStringLocalizer<Words> words) : ActPage(words)
{
    private const string Here = "/console/deliveries";

    public IReadOnlyList<HandlerBehind> Behind { get; private set; } = [];
    public IReadOnlyList<DeadLetter> Dead { get; private set; } = [];
    public int Waiting { get; private set; }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await OnGetAsync(stop);
        return Page();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Behind = await deliveries.Behind(stop);
        Dead = await letters.Dead(stop);
        Waiting = await letters.Waiting(stop);
    }

    public async Task<IActionResult> OnPostTryAsync(string name, CancellationToken stop) =>
        await After(await tryNow.Run(name, stop), Words["马上重试，稍后请刷新本页。"], Here, () => Again(stop));

    public async Task<IActionResult> OnPostSkipAsync(string name, long sequence, string? reason, CancellationToken stop) =>
        await After(await skip.Run(name, sequence, reason, stop), Words["已跳过。"], Here, () => Again(stop));

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken stop) =>
        await After(await retry.Run(id, stop), Words["重新排队发送。"], Here, () => Again(stop));

    public async Task<IActionResult> OnPostGiveUpAsync(Guid id, string? reason, CancellationToken stop) =>
        await After(await giveUp.Run(id, reason, stop), Words["不再发送这条消息。"], Here, () => Again(stop));

    /// <summary>What a handler does, in words.</summary>
    public string NameOf(HandlerBehind behind) => names.OfAct(behind.Handler.Split(':')[0]);

    /// <summary>What a kind of message is called.</summary>
    public string NameOf(DeadLetter letter) => kinds.FirstOrDefault(kind => kind.Key == letter.Kind) is { } known ? texts.Create(known.Words)[known.Name] : Words["测试邮件"];
}
