using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;

namespace Gongkai.Administration.Acts;

/// <summary>Decides how messages leave the house (修改消息设置). Passwords and keys are not decided here but where the program runs.</summary>
[Permission(AdministrationPermissions.MessagesSettings)]
internal sealed class ChangeMessageSettings(Db db, SettingsStore store)
{
    public async Task<Outcome> Run(MessageSettings settings, CancellationToken stop)
    {
        if (Against(settings).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        await store.Set(settings, stop);
        db.Record(this, new("settings", Guid.Empty));
        return await db.Commit(stop);
    }

    private static IEnumerable<Refusal> Against(MessageSettings settings)
    {
        if (settings.Port is < 1 or > 65_535) yield return new("administration.mail-port");
        if (settings.MailOn && (settings.Host.Length == 0 || Uri.CheckHostName(settings.Host) == UriHostNameType.Unknown)) yield return new("administration.mail-host");
        if (settings is { MailOn: true, Tls: MailTls.None } && !IsThisMachine(settings.Host)) yield return new("administration.mail-in-the-clear");
        if (settings.MailOn && !IsMailbox(settings.From)) yield return new("administration.mail-from");
        if (settings.Site.Length > 0 && !(Uri.TryCreate(settings.Site, UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp)))
            yield return new("administration.site-address");
    }

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsMailbox(string address) =>
        System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
}
