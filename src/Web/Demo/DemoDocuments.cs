using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Web.Demo;

/// <summary>Lets the offices of the invented city publish: every document goes the way that people take, by the hands of those who held the posts that day.</summary>
/// <param name="clock">The clock to move.</param>
/// <param name="begin">Opens a scope in which somebody acts.</param>
/// <param name="person">Finds a person with the rights held on a day, by login.</param>
internal sealed class DemoDocuments(ReplayClock clock, Func<Actor, AsyncServiceScope> begin, Func<string, DateOnly, CancellationToken, Task<Actor>> person)
{
    private const string Office = "office", Government = "government";

    private readonly Dictionary<string, (DocumentId Id, PublicationEntry Entry)> _made = [];
    private readonly PublicationFile _file = PublicationFile.Read(DemoFiles.Text("publications.json"));
    private readonly PeopleFile _people = PeopleFile.Read(DemoFiles.Text("people.json")).Made;

    /// <summary>Number of documents in the file.</summary>
    public int Count => _file.Documents.Count;

    /// <summary>Days on which something is published, revised or taken down.</summary>
    public IEnumerable<DateOnly> Days => _file.Documents.SelectMany(DaysOf).Concat(_file.CleanUps.Select(round => round.On)).Distinct();

    /// <summary>Does all that was done on a day.</summary>
    public async Task Replay(DateOnly day, CancellationToken stop)
    {
        // What explains a policy is signed before the policy is published, so that both go together.
        var today = _file.Documents.Where(entry => entry.On == day).ToList();
        foreach (var entry in today.Where(entry => !entry.InStep)) await Begin(entry, stop);
        foreach (var entry in today.Where(entry => entry.InStep)) await Begin(entry, stop);
        foreach (var entry in today.Where(entry => entry.InStep)) await ToSignature(entry, stop);
        foreach (var entry in today.Where(entry => !entry.InStep)) await Finish(entry, stop);
        foreach (var (id, entry) in _made.Values.Where(made => made.Entry.Revision?.On == day).ToList()) await Revise(id, entry, entry.Revision!, stop);
        foreach (var (id, entry) in _made.Values.Where(made => made.Entry.EndOn == day).ToList()) await TakeDown(id, entry, stop);
        foreach (var round in _file.CleanUps.Where(round => round.On == day)) await CleanUp(round, stop);
    }

    private async Task CleanUp(CleanUpEntry round, CancellationToken stop)
    {
        clock.Stand(round.On, new(17, 30));
        await using var scope = begin(await person("shen.yan", round.On, stop));
        var organ = await scope.ServiceProvider.GetRequiredService<IOrgans>().ByKey(round.Organ, round.On, stop) ?? throw new InvalidOperationException($"{round.Title}: no such organ");
        var outcome = await Steps(scope).CleanUp(organ.Id, round.Title, [.. round.Kept], stop);
        if (!outcome.IsDone) throw new InvalidOperationException($"{round.Title}: {string.Join(' ', outcome.Refusals.Select(reason => reason.Code))}");
    }

    private static IEnumerable<DateOnly> DaysOf(PublicationEntry entry)
    {
        yield return entry.On;
        if (entry.Revision is { } revision) yield return revision.On;
        if (entry.EndOn is { } end) yield return end;
    }

    private async Task Begin(PublicationEntry entry, CancellationToken stop)
    {
        clock.Stand(entry.On, new(9, 20));
        await using var scope = begin(await Author(entry, entry.On, stop));
        var organ = await scope.ServiceProvider.GetRequiredService<IOrgans>().ByKey(entry.Organ, entry.On, stop) ?? throw Problem(entry, "no such organ");
        var made = await Steps(scope).Draft(organ.Id, Words(entry), stop);
        if (!made.IsDone) throw Problem(entry, string.Join(' ', made.Refusals.Select(reason => reason.Code)));
        _made[entry.Name] = (made.Made, entry);
    }

    private async Task Finish(PublicationEntry entry, CancellationToken stop)
    {
        var id = _made[entry.Name].Id;
        if (entry.End == "draft") return;
        if (entry.End == "emergency")
        {
            await Step(entry, entry.On, new(9, 40), await Signer(entry, entry.On, stop), steps => steps.PublishInEmergency(id, entry.Reason, stop));
            return;
        }
        await ToSignature(entry, stop);
        if (entry.End is "in-review" or "reviewed" or "returned" or "approved") return;
        if (entry.At is { } at)
        {
            await Step(entry, entry.On, new(16, 0), await Author(entry, entry.On, stop), steps => steps.Schedule(id, clock.InstantAt(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)), stop));
            return;
        }
        await Step(entry, entry.On, new(16, 0), await Author(entry, entry.On, stop), steps => steps.Publish(id, entry.PromiseBy, stop));
    }

    private async Task ToSignature(PublicationEntry entry, CancellationToken stop) => await ToSignature(entry, _made[entry.Name].Id, entry.On, entry.End, stop);

    private async Task ToSignature(PublicationEntry entry, DocumentId id, DateOnly day, string end, CancellationToken stop)
    {
        await Step(entry, day, new(10, 5), await Author(entry, day, stop), steps => steps.Submit(id, stop));
        if (end == "in-review") return;
        if (NeedsReview(entry)) await Step(entry, day, new(11, 0), await Reviewer(entry, day, stop), steps => steps.Review(id, null, stop));
        await Step(entry, day, new(14, 10), await person(Holder(entry.Organ, "secrecy-reviewer", day) ?? "du.zhiyuan", day, stop), steps => steps.ReviewSecrecy(id, end == "returned" ? entry.Reason : null, stop));
        if (end is "returned" or "reviewed") return;
        await Step(entry, day, new(15, 20), await Signer(entry, day, stop), steps => steps.Sign(id, stop));
    }

    private async Task Revise(DocumentId id, PublicationEntry entry, RevisionEntry revision, CancellationToken stop)
    {
        var author = await Author(entry, revision.On, stop);
        await Step(entry, revision.On, new(9, 30), author, steps => steps.Revise(id, Words(entry) with { Text = revision.Text }, revision.Note, revision.Major, stop));
        if (revision.End == "draft") return;
        await ToSignature(entry, id, revision.On, revision.End, stop);
        await Step(entry, revision.On, new(16, 10), author, steps => steps.Publish(id, null, stop));
    }

    private async Task TakeDown(DocumentId id, PublicationEntry entry, CancellationToken stop) =>
        await Step(entry, entry.EndOn!.Value, new(17, 0), await person("shen.yan", entry.EndOn.Value, stop), steps => entry.Into is { } into ? steps.Merge(id, _made[into].Id, entry.Reason, stop) : steps.Withdraw(id, entry.Reason, stop));

    private bool NeedsReview(PublicationEntry entry)
    {
        using var scope = begin(Actor.System);
        return Steps(scope).NeedsReview(entry.Words.Type);
    }

    private async Task Step(PublicationEntry entry, DateOnly day, TimeOnly at, Actor who, Func<IDocumentSteps, Task<Outcome>> step)
    {
        clock.Stand(day, at);
        await using var scope = begin(who);
        var outcome = await step(Steps(scope));
        if (!outcome.IsDone) throw Problem(entry, string.Join(' ', outcome.Refusals.Select(reason => $"{reason.Code} {string.Join(' ', reason.Values)}")));
    }

    private static IDocumentSteps Steps(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IDocumentSteps>();

    /// <summary>The clerk of the organ; where it has none that day, the openness office writes for it.</summary>
    private Task<Actor> Author(PublicationEntry entry, DateOnly day, CancellationToken stop) => person(Holder(entry.Organ, "clerk", day) ?? "shen.yan", day, stop);

    /// <summary>The reviewer of the organ, else the legal officer.</summary>
    private Task<Actor> Reviewer(PublicationEntry entry, DateOnly day, CancellationToken stop) => person(Holder(entry.Organ, "reviewer", day) is { } own && own != Holder(entry.Organ, "clerk", day) ? own : "jin.wanqing", day, stop);

    /// <summary>The head of the organ, else the leader in charge.</summary>
    private Task<Actor> Signer(PublicationEntry entry, DateOnly day, CancellationToken stop) => person(Holder(entry.Organ, "head", day) ?? Holder(Government, "leader", day) ?? Holder(Office, "head", day)!, day, stop);

    private string? Holder(string organ, string role, DateOnly day) => _people.People
        .FirstOrDefault(one => one.Posts.Any(post => post.Organ == organ && post.Role == role && post.From <= day && (post.Until is not { } until || day <= until)))?.Login;

    private DocumentWords Words(PublicationEntry entry) => entry.Explains is { } name ? entry.Words with { Explains = _made[name].Id } : entry.Words;

    private static InvalidOperationException Problem(PublicationEntry entry, string why) => new($"{entry.Name} {entry.Words.Title}: {why}");
}
