using Gongkai.Platform.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Messages;

/// <summary>Sends messages as long as the site runs. Beside the delivery of events, so that a slow mail server holds up nothing else.</summary>
internal sealed class SendingLoop(MessageSender sender, IHostApplicationLifetime lifetime, ILogger<SendingLoop> log) : RestingLoop(TimeSpan.FromSeconds(5), lifetime, log)
{
    protected override Task Turn(CancellationToken stop) => sender.SendAll(stop);
}
