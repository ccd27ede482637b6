using MailKit.Net.Smtp;

namespace Gongkai.Platform.Messages;

/// <summary>Tries the mail server before anybody waits for a message.</summary>
public static class MailTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Connects, with the protection that is set, and says goodbye; sends nothing and signs nobody in.</summary>
    /// <returns>Kind of the fault; null where the server answered.</returns>
    public static async Task<string?> Run(MessageSettings settings, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(settings.Host, settings.Port, MailWay.Protection(settings.Tls), patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return null;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            return problem.GetType().Name;
        }
    }
}
