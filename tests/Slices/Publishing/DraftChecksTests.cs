using System.Text;
using Gongkai.Content.Writing;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>What must not be published keeps a draft back until it is masked or a person lets it stand.</summary>
public sealed class DraftChecksTests
{
    /// <summary>A number with a right check digit: its weighted sum is 167, whose rest modulo 11 is 2, for which stands X.</summary>
    private const string Id = "11010519491231002X";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_draft_with_an_identity_number_is_not_taken_and_one_click_masks_it(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin(content: Said(text: $"张三，身份证号{Id}，已领取补助。\n再写一次：{Id}。"));
        var refused = await scene.Submit(id);
        Assert.Equal(["publishing.findings-open"], Codes(refused));

        while ((await scene.Report(id)).Findings.FirstOrDefault(found => found.Code == "checks.id-number") is { } found) Done(await site.As(scene.Author).Run((MaskFinding act) => act.Run(id, found.Mark, Stop)));

        var text = await Text(scene, id);
        Assert.DoesNotContain(Id, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("110105********002X").Length - 1);
        Assert.DoesNotContain((await scene.Report(id)).Findings, found => found.Code == "checks.id-number");
        var notes = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().Where(entry => entry.SubjectId == id.Value).Select(entry => (entry.Note ?? "") + (entry.Changes ?? "")).ToListAsync(Stop));
        Assert.All(notes, note => Assert.DoesNotContain(Id, note, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task What_a_person_lets_stand_with_a_reason_stops_nothing_and_is_seen_by_the_reviewers(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin(content: Said(text: "值班手机：13800138000。"));
        Assert.Equal(["publishing.findings-open"], Codes(await scene.Submit(id)));
        var found = Assert.Single((await scene.Report(id)).Stopping);
        Assert.Equal("checks.mobile", found.Code);
        Assert.DoesNotContain("13800138000", found.Shown, StringComparison.Ordinal);
        Assert.Equal(["publishing.reason-too-short"], Codes(await site.As(scene.Author).Run((KeepFinding act) => act.Run(id, found.Mark, "公", Stop))));

        Done(await site.As(scene.Author).Run((KeepFinding act) => act.Run(id, found.Mark, "单位公布的值班手机", Stop)));

        Done(await scene.Submit(id));
        Assert.Equal("单位公布的值班手机", Assert.Single((await scene.Report(id)).Findings).Kept!.Reason);
    }

    [Theory, EachEngine]
    public async Task A_second_number_is_not_covered_by_the_reason_for_the_first(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin(content: Said(text: "值班手机：13800138000。"));
        var found = Assert.Single((await scene.Report(id)).Stopping);
        Done(await site.As(scene.Author).Run((KeepFinding act) => act.Run(id, found.Mark, "单位公布的值班手机", Stop)));
        Done(await scene.Save(id, Said(text: "值班手机：13800138000。\n王五手机：13912345678。")));

        Assert.Equal(["publishing.findings-open"], Codes(await scene.Submit(id)));
    }

    [Theory, EachEngine]
    public async Task An_attachment_is_looked_into_when_it_is_handed_in_and_again_when_it_is_published(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        var clerk = await site.SignIn((await site.AddAccountWithin("clerk", scene.Education.Value, PublishingPermissions.SeeDrafts, PublishingPermissions.Draft)).UserName!);
        await clerk.Submit(await clerk.Get($"/console/documents/{id}/edit"), "main button[formaction*='Attach']", ("file", new ChosenFile("名单.csv", Encoding.UTF8.GetBytes($"姓名,身份证号\n张三,{Id}\n"))));
        Assert.Equal(["publishing.findings-open"], Codes(await scene.Submit(id)));

        var file = await site.AsSystem().Run((Db db) => db.Set<Attachment>().SingleAsync(Stop));
        Done(await site.As(scene.Author).Run((DetachFile act) => act.Run(id, file.Id, Stop)));
        await scene.Sign(id);
        // Somebody puts the file back past every act, with a digest to match.
        var edition = (await scene.Open(id)).Id;
        await site.AsSystem().Run(async (Db db) =>
        {
            db.Add(file.CopyTo(NewId.At(TimeProvider.System), edition));
            db.Record(new SubmitDraft(db, null!, null!, TimeProvider.System), new("test", id.Value));
            await db.SaveChangesAsync(Stop);
        });
        Assert.Contains("publishing.findings-open", Codes(await scene.Publish(id)));
    }

    [Theory, EachEngine]
    public async Task A_number_that_another_document_bears_is_told(Site site)
    {
        var scene = await Make(site);
        await scene.Published("official", Said("先发的文件"));
        var id = await scene.Begin("official", Said("后发的文件"));

        Assert.Contains((await scene.Report(id)).Findings, found => found.Code == "publishing.number-twice");
    }

    private static async Task<string> Text(DocumentScene scene, DocumentId id)
    {
        var edition = (await scene.Open(id)).Id;
        return PlainText.Of((await scene.Site.AsSystem().Run((Db db) => db.Get<EditionText>(edition, Stop))).Body).Text;
    }
}
