using Gongkai.Administration.Contracts;
using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Contracts;
using Gongkai.Web.Commands;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Web.Demo;

/// <summary>
/// The invented city 云泽市: replays its year through the same acts that people use, with the clock at the moment of each entry
/// and the rights that the person held that day.
/// </summary>
/// <param name="services">A site whose clock is <paramref name="clock"/>.</param>
/// <param name="clock">The clock to move.</param>
/// <param name="tell">Told what is done, a line a plan and a month.</param>
internal sealed class DemoCity(IServiceProvider services, ReplayClock clock, Action<string> tell)
{
    private static readonly TimeOnly Morning = new(9, 30);

    private readonly Dictionary<(string Login, DateOnly Day), Actor> _actors = [];

    /// <summary>Loads everything into a database that holds the schema and nothing else.</summary>
    /// <exception cref="InvalidOperationException">The files of organs or people are refused.</exception>
    /// <exception cref="DiaryException">The diary contradicts the plans or the rules.</exception>
    public async Task Load(CancellationToken stop)
    {
        var file = DiaryFile.Read(DemoFiles.Text("activity.json"));
        var entries = file.Entries.ToLookup(entry => entry.On);
        var diary = services.GetRequiredService<IDiary>();
        var catalogues = CatalogueFile.Read(DemoFiles.Text("catalogues.json"));
        clock.Stand(file.Adoptions[0].On, new(8, 0));
        await SetState(new() { Begun = true }, stop);
        await Staff(stop);

        var documents = new DemoDocuments(clock, Scope, Person);

        DateOnly? before = null;
        foreach (var day in file.Adoptions.Select(adoption => adoption.On).Concat(file.Entries.Select(entry => entry.On)).Concat(documents.Days).Distinct().Order())
        {
            if (before is { } last && last.Month != day.Month) tell($"  {last.Year}年{last.Month}月的工作已装入");
            before = day;
            foreach (var adoption in file.Adoptions.Where(adoption => adoption.On == day))
            {
                clock.Stand(day, Morning);
                await diary.Adopt(await Person(adoption.By, day, stop), adoption, DemoFiles.Open, stop);
                tell($"  {adoption.Plan}年要点已立账");
            }
            if (day == catalogues.On) await Publish(catalogues, stop);
            await documents.Replay(day, stop);
            foreach (var entry in entries[day].OrderBy(entry => entry.Time))
            {
                clock.Stand(entry.On, entry.Time);
                await diary.Enter(await Person(entry.By, entry.On, stop), entry, DemoFiles.Open, stop);
            }
            foreach (var person in entries[day].Select(entry => entry.By).Distinct()) await ReadInbox(await Person(person, day, stop), stop);
            await Deliver(stop);
        }
        tell($"  {documents.Count} 份文件已办理");
        await SetState(new() { Begun = true, Loaded = true }, stop);
    }

    /// <summary>Organs, people and their posts. Nobody knows the passwords set here: each run of the demo sets new ones.</summary>
    private async Task Staff(CancellationToken stop)
    {
        await using var scope = Scope(Actor.System);
        var staffing = scope.ServiceProvider.GetRequiredService<IStaffing>();
        Demand(await staffing.ImportOrgans(Demand(OrganFile.Read(DemoFiles.Text("organs.json"))), stop));
        var people = Demand(PeopleFile.Read(DemoFiles.Text("people.json")));
        Demand(await staffing.ImportPeople(people, _ => FirstPasswords.Make(), stop));

        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var person in people.People)
            await accounts.AddClaimAsync((await accounts.FindByNameAsync(person.Login))!, DemoSignIns.Mark);
    }

    /// <summary>The office publishes the catalogues of all organs at once.</summary>
    private async Task Publish(CatalogueFile file, CancellationToken stop)
    {
        clock.Stand(file.On, Morning);
        await using var scope = Scope(await Person(file.By, file.On, stop));
        var (organs, beginning) = (scope.ServiceProvider.GetRequiredService<IOrgans>(), scope.ServiceProvider.GetRequiredService<ICatalogueBeginning>());
        foreach (var line in file.Catalogues)
        {
            var organ = await Named(line);
            Demand(await beginning.Begin(organ.Id, line.Fields, organ.Name, file.On, file.Reason, stop));
        }
        foreach (var line in file.Waiting)
        {
            var organ = await Named(line);
            Demand(await beginning.Propose(organ.Id, line.Fields, organ.Name, stop));
        }
        tell($"  {file.Catalogues.Count} 个单位的公开目录已公布");

        async Task<OrganCard> Named(CatalogueLine line) => await organs.ByKey(line.Organ, file.On, stop) ?? throw new InvalidOperationException($"{line.Organ}: no such organ");
    }

    private async Task<Actor> Person(string login, DateOnly day, CancellationToken stop)
    {
        if (_actors.TryGetValue((login, day), out var known)) return known;
        await using var scope = Scope(Actor.System);
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(login) ?? throw new DiaryException(login, "no such account");
        var held = await scope.ServiceProvider.GetRequiredService<IRights>().Of(account.Id, day, stop);
        return _actors[(login, day)] = new(account.Id, account.DisplayName, held.Post, held.Scopes, held.Grants);
    }

    /// <summary>Who works that day has read what came before.</summary>
    private async Task ReadInbox(Actor person, CancellationToken stop)
    {
        await using var scope = Scope(person);
        await scope.ServiceProvider.GetRequiredService<IOwnInbox>().ReadAll(stop);
    }

    private Task<int> Deliver(CancellationToken stop) => services.GetRequiredService<Deliverer>().DeliverAll(stop);

    private async Task SetState(DemoState state, CancellationToken stop)
    {
        await using var scope = Scope(Actor.System);
        await scope.ServiceProvider.GetRequiredService<SettingsStore>().Set(state, stop);
        await scope.ServiceProvider.GetRequiredService<Db>().SaveChangesAsync(stop);
    }

    private AsyncServiceScope Scope(Actor actor)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = actor;
        return scope;
    }

    private static T Demand<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Made : throw Refused(outcome.Refusals);

    private static void Demand(Outcome outcome)
    {
        if (!outcome.IsDone) throw Refused(outcome.Refusals);
    }

    private static InvalidOperationException Refused(IReadOnlyList<Refusal> reasons) => new(string.Join("; ", reasons.Select(reason => $"{reason.Code} {string.Join(' ', reason.Values)}")));
}
