using Gongkai.Duties.Acts;
using Gongkai.Duties.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Duties.Diaries;

/// <summary>Carries out what a diary says, entry by entry, each in a scope of its own like a request.</summary>
internal sealed class Diary(IServiceScopeFactory scopes) : IDiary
{
    private readonly DiaryNames _names = new();

    public async Task Adopt(Actor officer, AdoptionEntry entry, Func<string, Stream> open, CancellationToken stop)
    {
        await using var scope = await Scope(officer, stop);
        await ActivatorUtilities.CreateInstance<DiaryAdoption>(scope.ServiceProvider).Run(entry, open, stop);
    }

    public async Task Enter(Actor person, DiaryEntry entry, Func<string, Stream> open, CancellationToken stop)
    {
        await using var scope = await Scope(person, stop);
        var outcome = entry.Act == "confirm-evidence" ? await Confirm(person, entry, stop) : await Run(scope.ServiceProvider, entry, open, stop);
        if (!outcome.IsDone)
            throw new DiaryException($"{entry.On:yyyy-MM-dd} {entry.Time} {entry.Act} {entry.Task?.N} {entry.Organ} {entry.Id}", string.Join("; ", outcome.Refusals.Select(reason => reason.Code)));
    }

    private async Task<Outcome> Run(IServiceProvider services, DiaryEntry entry, Func<string, Stream> open, CancellationToken stop)
    {
        if (entry.Act == "return-evidence") return await services.GetRequiredService<ReturnEvidence>().Run(_names.Evidence[entry.Evidence[0]], entry.Reason!, stop);

        var places = ActivatorUtilities.CreateInstance<DiaryPlaces>(services, _names);
        var duty = await places.Duty(entry.Task!, stop);
        if (entry.Act == "look-back") return await services.GetRequiredService<FindInLookBack>().Run(duty.Id, Enum.Parse<LookBackResult>(entry.Result!, ignoreCase: true), entry.Note!, stop);
        if (entry.Act == "change-limit") return await Change(services, duty, new(LimitKind.Date, "") { Date = entry.NewDate }, entry, stop);
        if (entry.Act == "set-cadence") return await Change(services, duty, new(LimitKind.Periodic, "") { Recurrence = Enum.Parse<Recurrence>(entry.Cadence!, ignoreCase: true) }, entry, stop);

        var line = await places.Line(duty, entry.Organ!, stop);
        return entry.Act switch
        {
            "record-evidence" => await Record(services, duty, line, entry, open, stop),
            "set-event" => await services.GetRequiredService<RecordEvent>()
                .Run(line.Id, DiaryPlaces.EventLimit(duty, entry.Limit!).Id, Happened(services.GetRequiredService<TimeProvider>(), entry), entry.Event!, stop),
            "waive" => await services.GetRequiredService<WaiveLine>().Run(line.Id, entry.Reason!, line.Version, stop),
            "hand-over" => await services.GetRequiredService<HandOverLine>().Run(line.Id, await places.Organ(entry.ToOrgan!, stop), entry.Reason!, line.Version, stop),
            "remind" => await services.GetRequiredService<RemindOrgan>().Run(line.Id, entry.Note!, stop),
            _ => throw new DiaryException(entry.Act, "no such act"),
        };
    }

    /// <summary>Confirms one by one, each as an act of its own.</summary>
    private async Task<Outcome> Confirm(Actor person, DiaryEntry entry, CancellationToken stop)
    {
        foreach (var id in entry.Evidence)
        {
            await using var scope = await Scope(person, stop);
            if (await scope.ServiceProvider.GetRequiredService<ConfirmEvidence>().Run(_names.Evidence[id], stop) is { IsDone: false } refused) return refused;
        }
        return Outcome.Done;
    }

    private static Task<Outcome> Change(IServiceProvider services, Duty duty, LimitRule rule, DiaryEntry entry, CancellationToken stop) =>
        services.GetRequiredService<ChangeLimit>().Run(duty.Id, rule, entry.Reason!, duty.Version, stop);

    private async Task<Outcome> Record(IServiceProvider services, Duty duty, Assignment line, DiaryEntry entry, Func<string, Stream> open, CancellationToken stop)
    {
        var content = new EvidenceContent(entry.Title!)
        {
            Url = entry.Url,
            Note = entry.Note,
            FileName = entry.File is null ? null : Path.GetFileName(entry.File),
            FileHash = entry.File is null ? null : await Keep(services, open, entry.File, stop),
            Pieces = entry.Count ?? 1,
            Aspect = entry.Aspect is null ? null : Aspect(entry.Task!, entry.Aspect),
        };
        var made = await services.GetRequiredService<RecordEvidence>().Run(line.Id, DiaryPlaces.Occurrence(duty, line, entry).Id, content, stop);
        if (!made.IsDone) return Outcome.Refused(made.Refusals);
        _names.Evidence.Add(entry.Id!, made.Made);
        return Outcome.Done;
    }

    private static async Task<string> Keep(IServiceProvider services, Func<string, Stream> open, string file, CancellationToken stop)
    {
        await using var content = open(file);
        return (await services.GetRequiredService<FileStore>().Keep(content, stop)).Hex;
    }

    /// <summary>The number of an aspect: in the order in which the diary first names it for the task.</summary>
    private int Aspect(TaskEntry task, string aspect)
    {
        if (!_names.Aspects.TryGetValue(task, out var known)) _names.Aspects.Add(task, known = []);
        if (!known.Contains(aspect)) known.Add(aspect);
        return known.IndexOf(aspect) + 1;
    }

    /// <summary>The instant of an event: as told, or the beginning of its local day.</summary>
    private static DateTimeOffset Happened(TimeProvider time, DiaryEntry entry) =>
        entry.EventAt is { } at ? time.InstantAt(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : time.InstantAt(entry.EventOn!.Value, TimeOnly.MinValue);

    /// <summary>A scope with its database connection open from the first query to the last, which saves a thousand acts a second.</summary>
    private async Task<AsyncServiceScope> Scope(Actor actor, CancellationToken stop)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = actor;
        await scope.ServiceProvider.GetRequiredService<Db>().Database.OpenConnectionAsync(stop);
        return scope;
    }
}
