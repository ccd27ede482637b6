using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Plans.Reading;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Reads a plan document onto the officer's desk (导入要点). Nothing of it is a duty yet.</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class ReadPlan(Db db, TimeProvider time, IOrgans organs, FileStore files)
{
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its content; must be able to seek, since it is read twice.</param>
    /// <param name="year">Plan year, where the officer says it; null lets the document tell.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The draft, or why the file cannot be read and what to do.</returns>
    public async Task<Outcome<DraftId>> Run(string name, Stream content, int? year, CancellationToken stop)
    {
        var reading = SourceReader.Read(name, content);
        if (!reading.IsRead) return Outcome.Refused("duties.unreadable", reading.Failure.Sentence);

        var plan = PlanReader.Read(reading.Text, year);
        if (plan.Tasks.Count == 0) return Outcome.Refused("duties.no-tasks-found");

        content.Position = 0;
        var hash = await files.Keep(content, stop);
        var draft = new PlanDraft(new(NewId.At(time)), year ?? plan.Year, hash.Hex, name, await Draft(plan, stop), time.GetUtcNow());
        db.Add(draft);
        db.Record(this, new(Subjects.Draft, draft.Id.Value), name);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : draft.Id;
    }

    private async Task<DraftContent> Draft(Plan plan, CancellationToken stop)
    {
        var names = plan.Tasks.Concat(plan.TableTasks).SelectMany(task => task.Units).Select(unit => unit.FullName).Distinct().ToList();
        var matches = (await organs.Match(names, time.LocalDay(), stop)).ToDictionary(match => match.Name);
        return DraftMaking.Of(plan, matches);
    }
}
