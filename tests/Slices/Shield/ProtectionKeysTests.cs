using System.Net;
using System.Text;
using Gongkai.Platform.Vault;
using Gongkai.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Gongkai.Slices.Shield;

public class ProtectionKeysTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Lie_in_the_database_and_cannot_be_read_there(Site site)
    {
        await site.SignedIn();

        var stored = await site.AsSystem().Run((ProtectionDb db) => db.DataProtectionKeys.SingleAsync(Stop));

        Assert.Contains("encryptedSecret decryptorType", stored.Xml!, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored.Xml!, StringComparison.OrdinalIgnoreCase);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "keys")));
    }

    [Theory, EachEngine]
    public async Task Are_shared_by_nodes_with_the_same_master_key_and_by_no_other(Site site)
    {
        var sealedHere = (await site.Services()).GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("签到");
        var master = await File.ReadAllTextAsync(Path.Combine(site.Folder, "master.key"), Stop);

        Assert.Equal("签到", await Open(master));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => Open(MasterKey.Make().Written()));

        async Task<string> Open(string key)
        {
            var settings = new Dictionary<string, string?> { ["Database"] = await site.DatabaseSetting(), ["MasterKey"] = key.Trim() };
            var builder = Gongkai.Web.Host.SiteHost.Compose(TestFolder.Make(), settings);
            builder.Logging.ClearProviders();
            await using var other = builder.Build();
            return other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedHere);
        }
    }

    /// <summary>Everything that is logged, at every level, while people sign in, fail, and have their details read.</summary>
    [Theory, EachEngine]
    public async Task No_secret_reaches_the_log_or_a_page(Site site)
    {
        var log = new Listening();
        site.With(services => services.AddLogging(logging => logging.AddProvider(log).AddFilter<Listening>(null, LogLevel.Trace)));
        var account = await site.AddWithEmail("li.qiang");
        var visitor = await site.Visitor(follow: false);

        var door = await visitor.Get("/sign-in");
        var refused = await visitor.Submit(door, "form[action^='/sign-in']", ("UserName", "li.qiang"), ("Password", "Wrong-Horse-7"));
        var inside = await visitor.Submit(door, "form[action^='/sign-in']", ("UserName", "li.qiang"), ("Password", Site.Password));
        await site.ReadEmail(Clerk.Holding("planted.contact"), account.Id);
        await site.AsSystem().Run((KeyRotation rotation) => rotation.Begin(Stop));
        await site.AsSystem().Run((KeyRotation rotation) => rotation.Next(Stop));

        Assert.Equal(HttpStatusCode.Redirect, inside.Status);
        var said = log.Text + refused.Text;
        Assert.True(log.Text.Length > 10_000, "The log was not heard");
        var master = (await File.ReadAllTextAsync(Path.Combine(site.Folder, "master.key"), Stop)).Trim();
        string[] secrets = [Site.Password, "Wrong-Horse-7", master, Sealing.Email, .. inside.Response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=', ';')[1]).Where(value => value.Length > 0)];
        Assert.True(secrets.Length > 4, "Nobody was signed in");
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Keeps everything that is said.</summary>
    private sealed class Listening : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public string Text
        {
            get { lock (_text) return _text.ToString(); }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text) _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose() { }
    }
}
