using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>Decides which messages also come by mail to oneself (选择邮件提醒).</summary>
[OwnAffair]
internal sealed class ChooseMail(Db db, IEnumerable<MessageKind> kinds)
{
    /// <param name="byMail">Keys of the kinds that do; every other kind does not.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(IReadOnlyCollection<string> byMail, CancellationToken stop)
    {
        if (db.Actor.AccountId is not { } own) throw new ForbiddenException(null);
        var chosen = await db.Set<MailChoice>().Where(choice => choice.AccountId == own).ToDictionaryAsync(choice => choice.Kind, stop);
        foreach (var kind in kinds)
        {
            if (!chosen.TryGetValue(kind.Key, out var choice)) db.Add(choice = new MailChoice(own, kind.Key));
            choice.ByMail = byMail.Contains(kind.Key);
        }
        db.Record(this, new("account", own));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
