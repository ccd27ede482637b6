using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Slices.Administration;

/// <summary>What tests of signing in do again and again.</summary>
internal static class AtTheDoor
{
    public const string Form = "form[action^='/sign-in']";

    /// <summary>One try at the door.</summary>
    public static async Task<Screen> Try(this Visitor visitor, string login, string password = Site.Password, string address = "/sign-in") =>
        await visitor.Submit(await visitor.Get(address), Form, ("UserName", login), ("Password", password));

    /// <summary>A stranger's try.</summary>
    public static async Task<Screen> Try(this Site site, string login, string password = Site.Password) => await (await site.Visitor(follow: false)).Try(login, password);

    /// <summary>Puts other rules in force.</summary>
    public static Task Rule(this Site site, SignInSettings rules) => site.AsSystem().Run(async (SettingsStore settings, Db db) =>
    {
        await settings.Set(rules, default);
        await db.SaveChangesAsync();
    });

    private static Task Run(this Acting acting, Func<SettingsStore, Db, Task> run) => acting.Run(async (Both both) => await run(both.Settings, both.Db));

    /// <summary>The account as it stands.</summary>
    public static Task<Account> Account(this Site site, string login) => site.AsSystem().Run((Db db) => db.Set<Account>().AsNoTracking().SingleAsync(account => account.UserName == login));

    /// <summary>Changes an account behind everybody's back.</summary>
    public static Task Change(this Site site, string login, Action<Account> change) => site.AsSystem().Run(async (Db db) =>
    {
        change(await db.Set<Account>().SingleAsync(account => account.UserName == login));
        await db.SaveChangesAsync();
    });

    /// <summary>The record of an account; the clock of a test stands, so its order says nothing.</summary>
    public static Task<List<AuditEntry>> Record(this Site site, Guid account) =>
        site.AsSystem().Run((Db db) => db.Set<AuditEntry>().Where(entry => entry.SubjectKind == "account" && entry.SubjectId == account).ToListAsync());

    /// <summary>Switches a second factor on.</summary>
    /// <returns>The secret, and the ten recovery codes.</returns>
    public static async Task<(byte[] Secret, List<string> Codes)> SetUpFactor(this Site site, Visitor person)
    {
        var page = await person.Get("/console/account/factor");
        var secret = Unspell(page.Page.QuerySelector("code.secret")!.TextContent);
        var done = await person.Submit(page, "form[action*='SetUp']", ("Password", Site.Password), ("Code", Totp.Code(secret, Totp.StepAt(site.Clock.GetUtcNow()))));
        return (secret, [.. done.Page.QuerySelectorAll("ol.codes li").Select(line => line.TextContent.Trim())]);
    }

    /// <summary>The code that an app shows now.</summary>
    public static string CodeNow(this Site site, byte[] secret) => Totp.Code(secret, Totp.StepAt(site.Clock.GetUtcNow()));

    public static byte[] Unspell(string spelt)
    {
        var (bits, held, bytes) = (0, 0, new List<byte>());
        foreach (var letter in spelt.Where(char.IsAsciiLetterOrDigit))
        {
            (held, bits) = (((held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xffff, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
        }
        return [.. bytes];
    }

    internal sealed class Both(SettingsStore settings, Db db)
    {
        public SettingsStore Settings { get; } = settings;

        public Db Db { get; } = db;
    }
}
