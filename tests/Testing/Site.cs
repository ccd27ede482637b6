using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Gongkai.Testing;

/// <summary>
/// The whole application on a real database of its own. It starts when it is first used and is gone when the test ends;
/// until then <see cref="With"/> and <see cref="OnNetwork"/> may change what it is made of.
/// Events are delivered when the test says so, by <see cref="Deliver"/>.
/// </summary>
/// <param name="engine">Database engine it stands on.</param>
public sealed class Site(Engine engine) : IAsyncDisposable
{
    /// <summary>Password of every account that <see cref="AddAccount"/> makes.</summary>
    public const string Password = "Correct-Horse-1";

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly List<Action<IServiceCollection>> _changes = [];
    private readonly LentRights _lent = new();
    private readonly Dictionary<string, string?> _settings = [];
    private TestDatabase? _database;
    private WebApplication? _app;
    private bool _onNetwork;
    private bool _isGone;

    /// <summary>A site on a database and in a folder that are there already.</summary>
    internal Site(Engine engine, TestDatabase database, string folder) : this(engine) => (_database, Folder) = (database, folder);

    public Engine Engine { get; } = engine;

    /// <summary>The site's clock: nine o'clock on 2 March 2026 until it is set.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The folder the site writes in.</summary>
    public string Folder { get; } = TestFolder.Make();

    /// <summary>Adds or replaces services, before the site is first used.</summary>
    public Site With(Action<IServiceCollection> change)
    {
        if (_app is not null) throw new InvalidOperationException("The site runs already.");
        _changes.Add(change);
        return this;
    }

    /// <summary>Gives a setting of the configuration a value, before the site is first used.</summary>
    public Site Setting(string key, string? value)
    {
        if (_app is not null) throw new InvalidOperationException("The site runs already.");
        _settings[key] = value;
        return this;
    }

    /// <summary>Listens on a free port of this machine, for browsers, instead of being called in memory.</summary>
    public Site OnNetwork()
    {
        _onNetwork = true;
        return this;
    }

    /// <summary>Address of a site that is on the network, without a slash at its end.</summary>
    public async Task<string> Address() => (await App()).Urls.First();

    /// <summary>The site's services, for what has no shorter way.</summary>
    public async Task<IServiceProvider> Services() => (await App()).Services;

    /// <summary>Value of the setting Database, for a second process on the same database.</summary>
    public async Task<string> DatabaseSetting()
    {
        await App();
        return _database!.Setting;
    }

    /// <summary>Takes the database away from under whoever uses it.</summary>
    public async Task LoseDatabase() => await _database!.DisposeAsync();

    /// <summary>Somebody who acts on the site.</summary>
    public Acting As(Actor actor) => new(this, actor);

    /// <summary>The system itself, which holds every permission.</summary>
    public Acting AsSystem() => As(Actor.System);

    /// <summary>Delivers every stored event to its handlers.</summary>
    /// <returns>Number of events handed to handlers.</returns>
    public async Task<int> Deliver() => await (await Services()).GetRequiredService<Deliverer>().DeliverAll(default);

    /// <summary>Somebody with a browser, not signed in.</summary>
    /// <param name="follow">False to see redirections instead of following them.</param>
    public async Task<Visitor> Visitor(bool follow = true)
    {
        var app = await App();
        return _onNetwork ? Testing.Visitor.Over(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, await Address(), follow) : Testing.Visitor.Over(app.GetTestServer().CreateHandler(), "http://localhost", follow);
    }

    /// <summary>Makes an account with <see cref="Password"/>.</summary>
    /// <param name="userName">Name to sign in with.</param>
    /// <param name="permissions">Permissions lent to it everywhere, beside those of its posts.</param>
    public async Task<Account> AddAccount(string userName, params string[] permissions)
    {
        var account = new Account { Id = NewId.At(TimeProvider.System), UserName = userName, DisplayName = userName };
        await AsSystem().Run(async (UserManager<Account> accounts) =>
        {
            var made = await accounts.CreateAsync(account, Password);
            if (!made.Succeeded) throw new InvalidOperationException(made.ToString());
        });
        if (permissions.Length > 0) _lent.Lend(account.Id, permissions);
        return account;
    }

    /// <summary>Makes an account with <see cref="Password"/> and lends it permissions within one organ.</summary>
    public async Task<Account> AddAccountWithin(string userName, Guid organ, params string[] permissions)
    {
        var account = await AddAccount(userName);
        _lent.Lend(account.Id, permissions, organ);
        return account;
    }

    /// <summary>Somebody with a browser who has signed in, with a new account that these permissions are lent to.</summary>
    public async Task<Visitor> SignedIn(params string[] permissions)
    {
        var account = await AddAccount($"clerk-{NewId.At(TimeProvider.System):n}", permissions);
        return await SignIn(account.UserName!);
    }

    /// <summary>Signs an account in that <see cref="AddAccount"/> made.</summary>
    /// <param name="userName">Name to sign in with.</param>
    /// <param name="follow">False to see redirections afterwards instead of following them.</param>
    public async Task<Visitor> SignIn(string userName, bool follow = true)
    {
        var visitor = await Visitor(follow);
        var door = await visitor.Get("/sign-in?returnUrl=/sign-out");
        var inside = await visitor.Submit(door, "form[action^='/sign-in']", ("UserName", userName), ("Password", Password));
        return inside.Page.QuerySelector("[role=alert]") is { } problem ? throw new InvalidOperationException(problem.TextContent) : visitor;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isGone) return;
        _isGone = true;
        if (_app is not null) await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        _door.Dispose();
        TestFolder.Remove(Folder);
    }

    /// <summary>Shown in the name of the test.</summary>
    public override string ToString() => Engine.ToString();

    private async Task<WebApplication> App()
    {
        if (_app is not null) return _app;
        await _door.WaitAsync();
        try
        {
            return _app ??= await Start();
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task<WebApplication> Start()
    {
        _database ??= await TestDatabase.Make(Engine, Folder);
        var builder = SiteHost.Compose(Folder, new Dictionary<string, string?>(_settings) { ["Database"] = _database.Setting, ["Urls"] = "http://127.0.0.1:0" });
        builder.Logging.SetMinimumLevel(LogLevel.None).ClearProviders();
        if (!_onNetwork) builder.WebHost.UseTestServer();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        builder.Services.ConfigureDbContext<Db>(options => options.ReplaceService<IModelCacheKeyFactory, ModelPerTables>());
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000); // a real one takes 100 ms
        foreach (var change in _changes) change(builder.Services);
        _lent.Decorate(builder.Services);

        var app = builder.BuildSite();
        await MigrateCommand.Migrate(app.Services, default);
        await app.StartAsync();
        return app;
    }
}
