using Gongkai.Content.Markup;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Queries;
using Gongkai.Publishing.Release;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Publishing;

/// <summary>A county whose education bureau publishes documents: who writes, who reviews, who signs.</summary>
internal sealed class DocumentScene(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Site Site { get; } = site;

    public OrganId Education { get; private set; }

    /// <summary>Writes and publishes.</summary>
    public Actor Author { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor SecrecyReviewer { get; private set; } = null!;

    public Actor Head { get; private set; } = null!;

    public static async Task<DocumentScene> Make(Site site)
    {
        var scene = new DocumentScene(site);
        await site.WithCounty();
        var organ = scene.Education = await site.Organ("education");
        Actor Somebody(params string[] permissions) => Clerk.Within(organ.Value, [PublishingPermissions.View, PublishingPermissions.SeeDrafts, .. permissions]);
        scene.Author = Somebody(PublishingPermissions.Draft, PublishingPermissions.Publish, PublishingPermissions.Withdraw);
        scene.Reviewer = Somebody(PublishingPermissions.ReviewContent);
        scene.SecrecyReviewer = Somebody(PublishingPermissions.ReviewSecrecy);
        scene.Head = Somebody(PublishingPermissions.Sign, PublishingPermissions.Emergency);
        return scene;
    }

    public static DraftContent Said(string title = "2026年义务教育招生公告", string text = "# 一、报名时间\n3月20日至3月25日。\n>> 县教育体育局") =>
        new(new DocumentHead(title) { Issuer = "县教育体育局", Source = "县教育体育局", Number = "和教发〔2026〕3号", WrittenOn = new(2026, 3, 1), EffectiveOn = new(2026, 4, 1), Topic = "科技、教育/教育" }, MarkupReader.Read(text));

    public static Judgement Passed => new(true, "不涉及国家秘密和工作秘密，可以公开", "保密审查办法") { ListSeen = new PublishingSettings().NegativeList.Mark };

    /// <summary>Somebody of the education bureau before a browser.</summary>
    public static async Task<Visitor> Person(Site site, string name, params string[] permissions)
    {
        await site.AddAccountWithin(name, (await site.Organ("education")).Value, [PublishingPermissions.View, PublishingPermissions.SeeDrafts, .. permissions]);
        return await site.SignIn(name);
    }

    public static Judgement Refused => new(false, "报名时间写错了");

    public async Task<DocumentId> Begin(string type = "notice", DraftContent? content = null)
    {
        var begun = await Site.As(Author).Run((BeginDocument act) => act.Run(Education, type, content ?? Said(), [], Stop));
        Assert.Empty(begun.Refusals);
        return begun.Made;
    }

    public Task<Outcome> Save(DocumentId id, DraftContent content, int? version = null, Actor? by = null) =>
        Site.As(by ?? Author).Run(async (SaveDraft act) => await act.Run(id, version ?? (await Open(id)).Version, content, Stop));

    public Task<Outcome> Submit(DocumentId id) => Site.As(Author).Run((SubmitDraft act) => act.Run(id, Stop));

    public async Task<Outcome> Judge(DocumentId id, ReviewKind kind, Actor by, Judgement? judgement = null, string? seen = null)
    {
        seen ??= (await Open(id)).Digest;
        return await Site.As(by).Run((DocumentActs acts) => acts.Judge(kind, id, judgement ?? Passed, seen, Stop));
    }

    public Task<Outcome> Publish(DocumentId id, DateOnly? promise = null, Actor? by = null) => Site.As(by ?? Author).Run((PublishEdition act) => act.Run(id, promise, Stop));

    /// <summary>Handed in, reviewed and signed by whoever must.</summary>
    public async Task<DocumentId> Signed(string type = "notice", DraftContent? content = null)
    {
        var id = await Begin(type, content);
        await Sign(id, type);
        return id;
    }

    public async Task Sign(DocumentId id, string type = "notice")
    {
        Done(await Submit(id));
        if (Gongkai.Publishing.Types.DocumentTypes.Of(type).IsPolicy) Done(await Judge(id, ReviewKind.Content, Reviewer));
        Done(await Judge(id, ReviewKind.Secrecy, SecrecyReviewer));
        Done(await Judge(id, ReviewKind.Signature, Head));
    }

    public async Task<DocumentId> Published(string type = "notice", DraftContent? content = null, DateOnly? promise = null)
    {
        var id = await Signed(type, content);
        Done(await Publish(id, promise));
        return id;
    }

    public async Task<Edition> Open(DocumentId id) => (await Of(id)).Open ?? throw new InvalidOperationException("Nothing is open.");

    public async Task<(Document Document, Edition? Open)> Of(DocumentId id) => await Site.AsSystem().Run(async (Db db) =>
    {
        var document = await db.Get<Document>(id, Stop);
        return (document, document.OpenEditionId is { } open ? await db.Get<Edition>(open, Stop) : null);
    });

    /// <summary>What checks find in the open edition.</summary>
    public async Task<CheckReport> Report(DocumentId id)
    {
        var (document, open) = await Of(id);
        var opened = await Site.AsSystem().Run((DocumentStore store) => store.Open(document, open!.Id, Stop));
        return await Site.AsSystem().Run((DocumentChecks checks) => checks.Of(opened, Stop));
    }

    public Task<PublicDocumentView?> Public(string address) => Site.AsSystem().Run((PublicDocuments documents) => documents.ByAddress(address, Stop));

    public Task<List<Edition>> Editions(DocumentId id) => Site.AsSystem().Run((Db db) => db.Set<Edition>().AsNoTracking().Where(edition => edition.DocumentId == id).OrderBy(edition => edition.Number).ToListAsync(Stop));

    public static void Done(Outcome outcome) => Assert.Empty(outcome.Refusals);

    public static IEnumerable<string> Codes(Outcome outcome) => outcome.Refusals.Select(reason => reason.Code).Order(StringComparer.Ordinal);
}
