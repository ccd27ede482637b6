using Gongkai.Content.Writing;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Release;

/// <summary>
/// Makes editions public: the one way to the public, whoever opens it and at whatever hour. Everything is asked again at that moment, and a policy
/// takes the documents that explain it along or none of them goes.
/// </summary>
internal sealed class Releases(Db db, InStep inStep, DocumentChecks checks, DocumentNames names, IOrgans organs, TimeProvider time)
{
    /// <summary>Every reason against an edition becoming public now, with what would go with it.</summary>
    public async Task<IReadOnlyList<Refusal>> Against(OpenedEdition opened, CancellationToken stop) => await Against(opened, await inStep.Companions(opened.Document, stop), stop);

    /// <summary>Makes an edition public, and what goes with it; the act records and commits.</summary>
    /// <param name="opened">The edition.</param>
    /// <param name="stop">Stops before anything is changed.</param>
    /// <returns>Every reason against; empty when it is done.</returns>
    /// <remarks>Within a transaction that the act began.</remarks>
    public async Task<IReadOnlyList<Refusal>> Publish(OpenedEdition opened, CancellationToken stop)
    {
        var companions = await inStep.Companions(opened.Document, stop);
        if (await Against(opened, companions, stop) is { Count: > 0 } reasons) return reasons;
        foreach (var one in (IEnumerable<OpenedEdition>)[opened, .. companions]) await Release(one, stop);
        return [];
    }

    /// <summary>Makes one edition public that the gate was asked about already.</summary>
    public async Task Release(OpenedEdition opened, CancellationToken stop)
    {
        var (document, edition, now) = (opened.Document, opened.Edition, time.GetUtcNow());
        var organ = (await organs.Find([document.OrganId], time.LocalDay(), stop))[document.OrganId];
        await names.Name(document, organ, time.LocalDay(), stop);
        if (document.PublicEditionId is { } before && await db.FindAsync<Edition>([before], stop) is { } old) old.Supersede();
        opened.Text.Render(HtmlWriter.Write(opened.Text.Body, picture => PictureAddress(document.Address!, picture)));
        await TakeHold(opened, stop);
        edition.Publish(now);
        document.Publish(edition.Id, now);
    }

    /// <summary>What it does to other documents holds from its own first day on, and in place of what an earlier edition did.</summary>
    private async Task TakeHold(OpenedEdition opened, CancellationToken stop)
    {
        var before = await db.Set<Effect>().Where(effect => effect.SourceId == opened.Document.Id).OrderBy(effect => effect.Id).Take(DocumentHead.MostEffects).ToListAsync(stop);
        db.RemoveRange(before);
        var from = opened.Edition.EffectiveOn ?? time.LocalDay();
        foreach (var line in opened.Edition.Head.Effects) db.Add(new Effect(NewId.At(time), opened.Document.Id, line, from));
    }

    /// <summary>Address of a picture in a public text.</summary>
    public static string PictureAddress(string address, string picture) => $"/documents/{address}/pictures/{picture}";

    private async Task<IReadOnlyList<Refusal>> Against(OpenedEdition opened, IReadOnlyList<OpenedEdition> companions, CancellationToken stop)
    {
        List<Refusal> reasons = [];
        foreach (var one in (IEnumerable<OpenedEdition>)[opened, .. companions])
        {
            reasons.AddRange(one.Edition.Head.AgainstSubmitting(one.Type));
            reasons.AddRange(one.AgainstPictures());
            reasons.AddRange(ReleaseGate.AgainstReleasing(one.Document, one.Edition, one.Digest(), one.Type, one.Reviews));
            reasons.AddRange(await inStep.Against(one, [opened, .. companions], stop));
            reasons.AddRange(await checks.Against(one, stop));
        }
        return [.. reasons.DistinctBy(reason => reason.Code)];
    }
}
