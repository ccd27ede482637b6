using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Sends a mail to oneself to see whether mail works (发送测试邮件). It takes the way of every message.</summary>
[Permission(AdministrationPermissions.MessagesSettings)]
internal sealed class SendTestMessage(Db db, Messages messages)
{
    public async Task<Outcome> Run(CancellationToken stop)
    {
        if (db.Actor.AccountId is not { } own || (await db.Get<Account>(own, stop)).SealedEmail is null) return Outcome.Refused("administration.own-mail-missing");
        messages.Try(own, MessageKinds.Trial, "这是一封测试邮件：能够收到，说明邮件设置正确。");
        db.Record(this, new("account", own));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
