using Gongkai.Duties.Drafts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Puts right what stands at the head of a draft: title, issuer, year, document number, date.</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class EditDraftHead(Db db, TimeProvider time)
{
    private const int Longest = 200;

    public async Task<Outcome> Run(DraftId id, PlanHead head, int seen, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        var against = draft.AgainstChanging(seen).ToList();
        if (string.IsNullOrWhiteSpace(head.Title)) against.Add(new("duties.title-missing"));
        if (head.Title.Length > Longest || head.Issuer.Length > Longest || head.DocumentNumber?.Length > Longest) against.Add(new("duties.head-too-long") { Values = [Longest] });
        if (PlanDraft.IsUnlikely(head.Year, time.LocalDay())) against.Add(new("duties.year-unlikely") { Values = [head.Year] });
        if (against.Count > 0) return Outcome.Refused(against);

        var content = draft.Read();
        (content.Title, content.Issuer, content.DocumentNumber, content.PublishedOn) = (head.Title, head.Issuer, head.DocumentNumber, head.PublishedOn);
        draft.SetYear(head.Year);
        draft.Write(content);
        db.Record(this, new(Subjects.Draft, id.Value), head.Title);
        return await db.Commit(stop);
    }
}
