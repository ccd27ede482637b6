using Gongkai.Law.Wording;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Acts;

/// <summary>Says what became of a number under which nothing can be read (说明缺号).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class AccountForNumber(Db db, TimeProvider time)
{
    /// <param name="organ">Whose series.</param>
    /// <param name="text">The number.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="ground">Ground on which it is kept back.</param>
    /// <param name="reason">In words.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(OrganId organ, string? text, NumberFate fate, WithholdingGround ground, string? reason, CancellationToken stop)
    {
        db.Demand(this, organ.Value);
        List<Refusal> reasons = [.. Reasons.Against(reason)];
        if (!DocumentNumber.TryParse(text, out var number) || number.Serial > NumberSeries.Longest) reasons.Add(new("publishing.number-unreadable"));
        if (fate == NumberFate.Withheld && ground == WithholdingGround.None) reasons.Add(new("publishing.ground-missing", "711/14"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var (code, year, serial) = number;
        if (await db.Set<Edition>().AnyAsync(edition => edition.DocumentNumber == number.ToString() && edition.State != EditionState.Discarded, stop)) return Outcome.Refused("publishing.number-borne", number.ToString());
        var note = await db.Set<NumberNote>().SingleOrDefaultAsync(one => one.OrganId == organ && one.Code == code && one.Year == year && one.Serial == serial, stop)
            ?? db.Add(new NumberNote(NewId.At(time), organ, code, year, serial)).Entity;
        note.Say(fate, ground, reason!);
        db.Record(this, new(Subjects.Number, note.Id), $"{number}：{reason!.Trim()}", organ.Value);
        return await db.Commit(stop);
    }
}
