using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Settings;
using Gongkai.Slices.Platform.Planted;
using Gongkai.Slices.Shield;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Gongkai.Slices.Platform;

/// <summary>A site that tells people things, and what has become of them.</summary>
internal static class MessageScene
{
    public const string Kind = "planted.told";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A site with a kind of message and with these secrets.</summary>
    public static Site Telling(this Site site, params Webhook[] hooks) => site.Planted().With(services => services
        .AddMessageKind(new MessageKind(Kind, "测试通知", typeof(MessageScene)))
        .Replace(ServiceDescriptor.Singleton(new MessageSecrets { Webhooks = hooks })));

    public static Task Decide(this Site site, MessageSettings settings) => site.AsSystem().Run((Setting act) => act.Run(settings));

    /// <summary>Settings for a mail server of this machine.</summary>
    public static MessageSettings MailTo(int port) => new() { MailOn = true, Host = "127.0.0.1", Port = port, Tls = MailTls.None, From = "gongkai@example.gov.cn", FromName = "政务公开", Site = "https://zwgk.example.gov.cn" };

    public static Task Tell(this Site site, string words, params Guid[] accounts) => site.AsSystem().Run((Teller act) => act.Run(words, accounts));

    /// <summary>An account with a mail address.</summary>
    public static async Task<Account> Reachable(this Site site, string login, string email)
    {
        var account = await site.AddAccount(login);
        await site.PutEmail(account.Id, email);
        return account;
    }

    public static async Task<int> Send(this Site site, CancellationToken? stop = null) => await (await site.Services()).GetRequiredService<MessageSender>().SendAll(stop ?? Stop);

    public static Task<List<Outgoing>> Outgoing(this Site site) => site.AsSystem().Run((Db db) => db.Set<Outgoing>().AsNoTracking().OrderBy(o => o.Id).ToListAsync(Stop));

    public static Task<List<Message>> Told(this Site site) => site.AsSystem().Run((Db db) => db.Set<Message>().AsNoTracking().OrderBy(m => m.Id).ToListAsync(Stop));

    private sealed class Setting(Db db, SettingsStore store)
    {
        public async Task Run(MessageSettings settings)
        {
            await store.Set(settings, Stop);
            await db.SaveChangesAsync(Stop);
        }
    }

    private sealed class Teller(Db db, Messages messages)
    {
        public async Task Run(string words, Guid[] accounts)
        {
            await messages.Tell(accounts, Kind, words, "/console/ledger", Stop);
            await db.SaveChangesAsync(Stop);
        }
    }
}
