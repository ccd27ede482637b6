using Gongkai.Content.Markup;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Release;
using Gongkai.Publishing.Types;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <inheritdoc cref="IDocumentSteps"/>
internal sealed class DocumentSteps(Db db, BeginDocument begin, SaveDraft save, DocumentActs acts, SettingsStore settings, BeginCleanUp beginCleanUp, SayInCleanUp say, CatalogueStore catalogues, TimeProvider time) : IDocumentSteps
{
    private const string Basis = "政府信息发布审查制度";

    public async Task<Outcome<DocumentId>> Draft(OrganId organ, DocumentWords words, CancellationToken stop) =>
        await begin.Run(organ, words.Type, await Content(organ, words, stop), [], stop);

    public Task<Outcome> Submit(DocumentId id, CancellationToken stop) => acts.Submit.Run(id, stop);

    public Task<Outcome> Review(DocumentId id, string? remark, CancellationToken stop) => Judge(ReviewKind.Content, id, remark is null ? new(true, "内容准确，同意") : new(false, remark), stop);

    public async Task<Outcome> ReviewSecrecy(DocumentId id, string? remark, CancellationToken stop) =>
        await Judge(ReviewKind.Secrecy, id, remark is null ? new(true, "不涉及国家秘密、工作秘密和个人隐私，可以公开", Basis) { ListSeen = (await settings.Get<PublishingSettings>(stop)).NegativeList.Mark } : new(false, remark), stop);

    public Task<Outcome> Sign(DocumentId id, CancellationToken stop) => Judge(ReviewKind.Signature, id, new(true), stop);

    public Task<Outcome> Publish(DocumentId id, DateOnly? promised, CancellationToken stop) => acts.Publish.Run(id, promised, stop);

    public Task<Outcome> Schedule(DocumentId id, DateTimeOffset at, CancellationToken stop) => acts.Schedule.Run(id, at, null, stop);

    public async Task<Outcome> PublishInEmergency(DocumentId id, string reason, CancellationToken stop) =>
        await acts.Emergency.Run(id, new(true, "不涉及国家秘密，可以公开", Basis) { ListSeen = (await settings.Get<PublishingSettings>(stop)).NegativeList.Mark }, reason, stop);

    public async Task<Outcome> Revise(DocumentId id, DocumentWords words, string note, bool major, CancellationToken stop)
    {
        var revised = await acts.Revise.Run(id, major ? ChangeKind.Major : ChangeKind.Minor, note, stop);
        if (!revised.IsDone) return revised;
        var document = await db.Get<Document>(id, stop);
        var edition = await db.Get<Edition>(document.OpenEditionId!.Value, stop);
        return await save.Run(id, edition.Version, await Content(document.OrganId, words, stop) with { Explains = document.ExplainsId }, stop);
    }

    public Task<Outcome> Withdraw(DocumentId id, string reason, CancellationToken stop) => acts.Withdraw.Run(id, reason, stop);

    public async Task<Outcome> Merge(DocumentId id, DocumentId into, string reason, CancellationToken stop) => await acts.Merge.Run(id, (await db.Get<Document>(into, stop)).Address, reason, stop);

    public async Task<Outcome> CleanUp(OrganId organ, string title, IReadOnlyCollection<string> kept, CancellationToken stop)
    {
        var begun = await beginCleanUp.Run(organ, title, stop);
        if (!begun.IsDone) return Outcome.Refused(begun.Refusals);
        var lines = await db.Set<CleanUpLine>().Where(line => line.CleanUpId == begun.Made && kept.Contains(line.Number)).OrderBy(line => line.Id).Take(CleanUps.CleanUp.MostLines).ToListAsync(stop);
        return await say.Run(begun.Made, lines.ConvertAll(line => new CleanUpSaid(line.Id, CleanUpFinding.Keep, null, line.Version)), stop);
    }

    public bool NeedsReview(string type) => ReleaseGate.Needed(DocumentTypes.Of(type)).Contains(ReviewKind.Content);

    private async Task<Outcome> Judge(ReviewKind kind, DocumentId id, Judgement judgement, CancellationToken stop)
    {
        var document = await db.Get<Document>(id, stop);
        var seen = document.OpenEditionId is { } edition ? (await db.Get<Edition>(edition, stop)).Digest : null;
        return await acts.Judge(kind, id, judgement, seen, stop);
    }

    private async Task<DraftContent> Content(OrganId organ, DocumentWords words, CancellationToken stop)
    {
        var item = words.Item.Length == 0 ? null : (await catalogues.Unended(organ, stop)).Find(one => one.On(time.LocalDay()).Second == words.Item);
        return new(Head(words), MarkupReader.Read(words.Text))
        {
            Item = item?.Id,
            Explains = words.Explains,
            Disclosure = new(
                words.Attribute switch { "on-request" => DisclosureAttribute.OnRequest, "withheld" => DisclosureAttribute.Withheld, _ => DisclosureAttribute.Active },
                words.Ground switch { "internal-affairs" => WithholdingGround.InternalAffairs, "deliberative" => WithholdingGround.Deliberative, "enforcement-file" => WithholdingGround.EnforcementFile, "third-party" => WithholdingGround.ThirdParty, "state-secret" => WithholdingGround.StateSecret, _ => WithholdingGround.None },
                words.Reason, words.ReassessOn),
        };
    }

    private static DocumentHead Head(DocumentWords words) => new(words.Title)
    {
        Number = words.Number,
        Issuer = words.Issuer,
        WrittenOn = words.WrittenOn,
        EffectiveOn = words.EffectiveOn,
        ExpiresOn = words.ExpiresOn,
        Topic = words.Topic,
        Genre = words.Genre,
        Keywords = words.Keywords,
        Source = words.Source,
        Effects = EffectLine.Read(words.Effects, out var unreadable),
        UnreadableEffects = unreadable,
        Extra = words.Extra,
    };
}
