using System.Net.Sockets;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Vault;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gongkai.Platform.Messages;

/// <summary>Sends a message by e-mail. What stands in a heading is one line, whatever somebody wrote into it.</summary>
internal sealed class MailWay(Db db, PersonalData personal, MessageSecrets secrets, OneTimeLinks links)
{
    private const int LongestSubject = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="NotSentException">The server did not take it, or there is nobody to send it to.</exception>
    public async Task Send(Outgoing outgoing, MessageSettings settings, CancellationToken stop)
    {
        if (!settings.MailOn) throw new NotSentException("邮件发送已关闭");
        var account = outgoing.AccountId is { } id ? await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop) : null;
        if (account is null || Mailbox(account.DisplayName, await AddressOf(account, stop)) is not { } to) throw new NotSentException("收件人没有可用的邮箱", final: true);
        if (Mailbox(settings.FromName, settings.From) is not { } from) throw new NotSentException("发件邮箱没有设置");

        var address = outgoing.Address == OneTimeLinks.PasswordPage ? await NewLink(account, stop) : outgoing.Address;
        using var mail = Letter(outgoing, address, settings, from, to);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var patience = new CancellationTokenSource(Patience);
        using var before = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Protection(settings.Tls), before.Token);
            if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, secrets.MailPassword ?? "", before.Token);
            // A letter on its way is not called back when the site is stopped: the server might have it already, and would get it twice.
            await client.SendAsync(mail, patience.Token);
        }
        catch (SmtpCommandException problem)
        {
            throw new NotSentException($"邮件服务器拒收（{(int)problem.StatusCode}）");
        }
        catch (MailKit.Security.AuthenticationException)
        {
            throw new NotSentException("邮件服务器不接受用户名或密码");
        }
        catch (ServiceNotAuthenticatedException)
        {
            throw new NotSentException("邮件服务器要求先登录");
        }
        catch (Exception problem) when (problem is SslHandshakeException or ProtocolException or IOException or SocketException or ServiceNotConnectedException or NotSupportedException or OperationCanceledException && patience.IsCancellationRequested)
        {
            throw new NotSentException($"连不上邮件服务器（{problem.GetType().Name}）");
        }
        // It is taken: what fails while saying goodbye would only send it twice.
        await Leave(client, patience.Token);
    }

    private async Task<string?> AddressOf(Account account, CancellationToken stop) =>
        account.SealedEmail is { } address ? await personal.Read(this, AccountFields.Email, account.Id, address, new("account", account.Id), null, stop) : null;

    /// <summary>Makes the link that the mail carries; the one of an earlier try is void.</summary>
    private async Task<string> NewLink(Account account, CancellationToken stop)
    {
        if (account.PasswordHash is not null) throw new NotSentException("本人已设好密码，不再需要链接", final: true);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var secret = await links.Make(LinkPurpose.Password, account.Id, stop);
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        return OneTimeLinks.PasswordPage + secret;
    }

    private static async Task Leave(SmtpClient client, CancellationToken patience)
    {
        try
        {
            await client.DisconnectAsync(quit: true, patience);
        }
        catch (Exception problem) when (problem is IOException or ProtocolException or CommandException or SocketException or OperationCanceledException)
        {
            // Already gone.
        }
    }

    private static MimeMessage Letter(Outgoing outgoing, string? address, MessageSettings settings, MailboxAddress from, MailboxAddress to)
    {
        var subject = OneLine(outgoing.Words);
        var link = address is not null && settings.Site.Length > 0 ? $"\n\n{settings.Site.TrimEnd('/')}{address}" : "";
        var mail = new MimeMessage
        {
            // Follows from the delivery, so that who gets it twice can tell.
            MessageId = $"{outgoing.Id:n}@{from.Domain}",
            Date = outgoing.At,
            Subject = subject.Length > LongestSubject ? subject[..LongestSubject] + "…" : subject,
            Body = new TextPart("plain") { Text = outgoing.Words + link + "\n" },
        };
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <returns>Null where the address is none.</returns>
    private static MailboxAddress? Mailbox(string name, string? address) =>
        !string.IsNullOrEmpty(address) && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
            && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && parsed.Domain.Length > 0
            ? new(OneLine(name), address)
            : null;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(letter => !char.IsControl(letter)))));

    internal static SecureSocketOptions Protection(MailTls tls) => tls switch
    {
        MailTls.None => SecureSocketOptions.None,
        MailTls.Always => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}
