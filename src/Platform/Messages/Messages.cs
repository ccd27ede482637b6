using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Messages;

/// <summary>
/// Tells people something from within an act: rows in their inboxes, and rows for what leaves the house, stored with the act or not at all.
/// Nothing is sent here; <see cref="MessageSender"/> does so after the commit.
/// </summary>
public sealed class Messages(Db db, SettingsStore settings, MessageSecrets secrets, IEnumerable<MessageKind> kinds, TimeProvider time)
{
    private const int LongestWords = 500;

    /// <summary>Tells some people; the act saves afterwards.</summary>
    /// <param name="accounts">Whom; twice counts once.</param>
    /// <param name="kind">Key of a registered kind.</param>
    /// <param name="words">What, in a sentence without personal data: it goes through mail servers.</param>
    /// <param name="address">Local address of what it is about; null where there is none.</param>
    /// <param name="stop">Stops the queries.</param>
    /// <exception cref="ArgumentException">No module registered the kind, or the address is not local.</exception>
    public async Task Tell(IReadOnlyCollection<Guid> accounts, string kind, string words, string? address, CancellationToken stop)
    {
        var known = kinds.FirstOrDefault(one => one.Key == kind) ?? throw new ArgumentException($"No module registered messages of kind {kind}.", nameof(kind));
        if (address is not null && (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal))) throw new ArgumentException("The address is not a local one.", nameof(address));
        if (accounts.Count == 0) return;

        // Who was shut out is told nothing of what goes on inside.
        var told = await db.Set<Account>().Where(account => accounts.Contains(account.Id) && (known.AlsoToShut || account.SuspendedAt == null))
            .Select(account => new { account.Id, HasAddress = account.SealedEmail != null }).ToListAsync(stop);
        var (now, text) = (time.GetUtcNow(), words.Length > LongestWords ? words[..LongestWords] + "…" : words);
        var wanted = await settings.Get<MessageSettings>(stop);
        var byMail = wanted.MailOn ? await WantMail([.. told.Where(person => person.HasAddress).Select(person => person.Id)], known, stop) : [];
        foreach (var account in told.Select(person => person.Id))
        {
            db.Add(new Message(NewId.At(time), account, kind, text, address, now));
            if (byMail.Contains(account)) db.Add(new Outgoing(NewId.At(time), Way.Mail, kind, account, null, text, address, now));
        }
        if (!wanted.WebhooksOn) return;
        foreach (var hook in secrets.Webhooks) db.Add(new Outgoing(NewId.At(time), Way.Webhook, kind, null, hook.Name, text, address, now));
    }

    /// <summary>Sends one mail to one person who asked for it, whatever was chosen: to see whether mail works.</summary>
    public void Try(Guid account, string kind, string words) => db.Add(new Outgoing(NewId.At(time), Way.Mail, kind, account, null, words, null, time.GetUtcNow()));

    /// <summary>
    /// Mails a person a one-time link to choose a password. The link is made when the mail is sent: nothing that opens it is stored or
    /// shown to anybody.
    /// </summary>
    /// <param name="account">Whose link.</param>
    /// <param name="kind">Key of a kind.</param>
    /// <param name="words">What stands before the link.</param>
    /// <param name="stop">Stops the queries.</param>
    /// <returns>False where it cannot be: mail is off, the site does not know its own address, or the person has none.</returns>
    public async Task<bool> MailLink(Account account, string kind, string words, CancellationToken stop)
    {
        var wanted = await settings.Get<MessageSettings>(stop);
        if (!wanted.MailOn || wanted.Site.Length == 0 || account.SealedEmail is null) return false;
        db.Add(new Outgoing(NewId.At(time), Way.Mail, kind, account.Id, null, words, OneTimeLinks.PasswordPage, time.GetUtcNow()));
        return true;
    }

    /// <summary>Who of these, who all have a mail address, wants this kind by mail.</summary>
    private async Task<HashSet<Guid>> WantMail(List<Guid> reachable, MessageKind kind, CancellationToken stop)
    {
        var chosen = await db.Set<MailChoice>().AsNoTracking().Where(choice => choice.Kind == kind.Key && reachable.Contains(choice.AccountId)).ToDictionaryAsync(choice => choice.AccountId, choice => choice.ByMail, stop);
        return [.. reachable.Where(account => chosen.GetValueOrDefault(account, kind.ByMail))];
    }
}
