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
    /// <param name="table">The breakdown table (任务分解表) that came as a file of its own, under the same condition; null where there is none.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The draft, or why a file cannot be read and what to do.</returns>
    public async Task<Outcome<DraftId>> Run(string name, Stream content, int? year, (string Name, Stream Content)? table, CancellationToken stop)
    {
        db.Demand(this);
        if (year is { } said && PlanDraft.IsUnlikely(said, time.LocalDay())) return Outcome.Refused("duties.year-unlikely", said);
        var reading = SourceReader.Read(name, content);
        if (!reading.IsRead) return Outcome.Refused("duties.unreadable", reading.Failure.Sentence);

        var text = reading.Text;
        if (table is { } beside)
        {
            var rows = SourceReader.Read(beside.Name, beside.Content);
            if (!rows.IsRead) return Outcome.Refused("duties.table-unreadable", rows.Failure.Sentence);
            text = PlanWithTable.Join(text, rows.Text);
        }
        var plan = PlanReader.Read(text, year);
        if (plan.Tasks.Count == 0) return Outcome.Refused("duties.no-tasks-found");
        if (table is not null && plan.TableTasks.Count == 0) return Outcome.Refused("duties.table-of-another-plan");

        var hash = await Keep(content, stop);
        var note = table is { } kept ? $"{name}；{kept.Name}（{(await Keep(kept.Content, stop)).Hex}）" : name;
        var draft = new PlanDraft(new(NewId.At(time)), year ?? plan.Year, hash.Hex, name, await Draft(plan, stop), time.GetUtcNow());
        db.Add(draft);
        db.Record(this, new(Subjects.Draft, draft.Id.Value), note);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : draft.Id;
    }

    private Task<FileHash> Keep(Stream content, CancellationToken stop)
    {
        content.Position = 0;
        return files.Keep(content, stop);
    }

    private async Task<DraftContent> Draft(Plan plan, CancellationToken stop)
    {
        var names = plan.Tasks.Concat(plan.TableTasks).SelectMany(task => task.Units).Select(unit => unit.FullName).Distinct().ToList();
        var matches = (await organs.Match(names, time.LocalDay(), stop)).ToDictionary(match => match.Name);
        return DraftMaking.Of(plan, matches);
    }
}
