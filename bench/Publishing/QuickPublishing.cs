using System.Diagnostics;
using System.Globalization;
using Gongkai.Content.Markup;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench.Publishing;

/// <summary>
/// What publishing costs with few and with many documents in the library (bar: the same, ± 20 %): the act itself, and how soon its page and the list show it.
/// On the embedded database, through the whole application in memory.
/// </summary>
internal static class QuickPublishing
{
    private const int Rounds = 60;

    private const int WarmUp = 15;

    private const string Organs = """{"organs": [{"key": "education", "name": "县教育局", "fullName": "和源县教育局", "kind": "department", "since": "2011-06-01"}], "groups": []}""";

    /// <summary>Measures one size after the other.</summary>
    public static async Task Run(TextWriter output, IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            await using var site = new Site(Engine.Sqlite);
            var organ = await Begin(site, size);
            var (publish, page, list) = await Measure(site, organ);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size,8} documents   publish p50 {At(publish, 50),6:F1} ms  p95 {At(publish, 95),6:F1} ms   its page p95 {At(page, 95),6:F1} ms   list p95 {At(list, 95),6:F1} ms"));
        }
    }

    private static async Task<OrganId> Begin(Site site, int size)
    {
        await site.AsSystem().Run((IStaffing staffing) => staffing.ImportOrgans(OrganFile.Read(Organs).Made, CancellationToken.None));
        var organ = (await site.AsSystem().Run((IOrgans organs) => organs.ByKey("education", new(2026, 3, 2), default)))!.Id;
        await site.AsSystem().Run(async (Db db) =>
        {
            var begun = site.Clock.GetUtcNow();
            await db.Database.ExecuteSqlAsync($"""
                with recursive n(i) as (select 1 union all select i + 1 from n where i < {size})
                insert into publishing_documents (id, organ_id, type, begun_at, address, index_number, attribute, ground, attribute_reason, public_edition_id, editions, first_published_at, last_published_at, version)
                select printf('%08X-0000-7000-8000-000000000001', i), {organ.Value}, 'notice', {begun.UtcDateTime}, 'old-' || i, 'old/' || i, 0, 0, '', printf('%08X-0000-7000-8000-000000000002', i), 1,
                       strftime('%Y-%m-%d %H:%M:%S', '2020-01-01', '+' || (i * 10) || ' minutes'), strftime('%Y-%m-%d %H:%M:%S', '2020-01-01', '+' || (i * 10) || ' minutes'), 0 from n
                """, CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"""
                insert into publishing_editions (id, document_id, number, state, change, change_note, begun_at, title, document_number, issuer, topic, genre, keywords, source, extra, effects, digest, hands, judgements, published_at, version)
                select public_edition_id, id, 1, {(int)EditionState.Published}, 0, '', begun_at, '旧公告 ' || address, '旧发〔2020〕' || address || '号', '县教育局', '', '', '', '', {"{}"}, '', '', '', 0, first_published_at, 0 from publishing_documents
                """, CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"""insert into publishing_texts (edition_id, blocks, html) select id, {"[]"}, '<p>旧公告。</p>' from publishing_editions""", CancellationToken.None);
        });
        return organ;
    }

    private static async Task<(List<double> Publish, List<double> Page, List<double> List)> Measure(Site site, OrganId organ)
    {
        var (author, reviewer, head) = (Person(organ), Person(organ), Person(organ));
        var visitor = await site.Visitor();
        var (publish, page, list) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds + WarmUp; round++)
        {
            var id = await Signed(site, organ, author, reviewer, head, round);
            var published = await Timed(() => site.As(author).Run((PublishEdition act) => act.Run(id, null, default)));
            var shown = await Timed(() => visitor.Get($"/documents/education-2026-{round + 1}"));
            var listed = await Timed(() => visitor.Get("/documents"));
            site.Clock.Pass(TimeSpan.FromMinutes(1));
            if (round < WarmUp) continue;
            publish.Add(published);
            page.Add(shown);
            list.Add(listed);
        }
        return (publish, page, list);
    }

    private static async Task<DocumentId> Signed(Site site, OrganId organ, Actor author, Actor reviewer, Actor head, int round)
    {
        var content = new DraftContent(new($"公告第{round}号") { Issuer = "县教育局" }, MarkupReader.Read(string.Join('\n', Enumerable.Repeat("各学校要按时完成报名工作，并把结果向社会公布。", 40))));
        var id = (await site.As(author).Run((BeginDocument act) => act.Run(organ, "notice", content, [], default))).Made;
        await site.As(author).Run((SubmitDraft act) => act.Run(id, default));
        var seen = await site.AsSystem().Run(async (Db db) => (await db.Get<Edition>((await db.Get<Document>(id, default)).OpenEditionId!.Value, default)).Digest);
        await site.As(reviewer).Run((ReviewSecrecy act) => act.Run(id, new(true, "可以公开", "保密审查办法") { ListSeen = new PublishingSettings().NegativeList.Mark }, seen, default));
        await site.As(head).Run((SignEdition act) => act.Run(id, new(true), seen, default));
        return id;
    }

    private static Actor Person(OrganId organ) => Clerk.Within(organ.Value, PublishingPermissions.Draft, PublishingPermissions.ReviewSecrecy, PublishingPermissions.Sign, PublishingPermissions.Publish);

    private static async Task<double> Timed<T>(Func<Task<T>> what)
    {
        var watch = Stopwatch.StartNew();
        await what();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
