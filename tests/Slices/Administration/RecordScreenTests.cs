using System.IO.Compression;
using System.Net;
using Gongkai.Organs;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Record = Gongkai.Platform.Audit.Record;

namespace Gongkai.Slices.Administration;

public sealed class RecordScreenTests
{
    private const string Search = "administration.record-search", Export = "administration.record-export";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Shows_who_did_what_in_words_and_what_changed(Site site)
    {
        await site.WithCounty();
        var clerk = await site.SignedIn(Permissions.View, Permissions.LearnName);
        await clerk.Submit(await clerk.Get("/console/organs/health"), "form[action*='handler=Alias']", ("Alias.Text", "县卫健委"));
        var auditor = await site.SignedIn(Search);

        var list = await auditor.Get("/console/record?act=organs.AddAlias");

        var row = Assert.Single(list.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("新增别名", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("已办", row.TextContent, StringComparison.Ordinal);
        var entry = await auditor.Get(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("新增别名", entry.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("organs.AddAlias", entry.Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Shows_before_and_after(Site site)
    {
        var account = await site.AddAccount("wang.fang");
        await site.AsSystem().Run(async (Db db) =>
        {
            (await db.Get<Gongkai.Platform.Accounts.Account>(account.Id, Stop)).DisplayName = "王芳";
            db.Record(this, new("account", account.Id));
            await db.SaveChangesAsync(Stop);
        });
        var entry = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(e => e.SubjectId == account.Id, Stop));

        var page = await (await site.SignedIn(Search)).Get($"/console/record/{entry.Id}");

        Assert.Equal(["Account.DisplayName", "wang.fang", "王芳"], page.Page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()));
    }

    [Theory, EachEngine]
    public async Task Leads_through_everything_page_by_page_without_gap_or_repetition(Site site)
    {
        await Planted(site, 120);
        var auditor = await site.SignedIn(Search);
        var (seen, address) = (new List<string>(), (string?)"/console/record?act=planted.Try");
        while (address is not null)
        {
            var page = await auditor.Get(address);
            seen.AddRange(page.Page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!));
            address = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Theory]
    [EachEngine("result=Forbidden", 1)]
    [EachEngine("result=Done", 2)]
    [EachEngine("address=10.0.0.7", 1)]
    [EachEngine("person=甲", 1)]
    [EachEngine("kind=paper", 1)]
    [EachEngine("from=2026-03-03", 0)]
    [EachEngine("from=2026-03-02&until=2026-03-02", 3)]
    [EachEngine("until=2026-03-01", 0)]
    public async Task Filters(Site site, string asked, int found)
    {
        await Aside(site, Actor.Public("10.0.0.7"), new("paper", Guid.Empty), AuditResult.Forbidden);
        await Aside(site, new(NewId.At(site.Clock), "甲", null, [], []), new("note", Guid.Empty), AuditResult.Done);
        await Aside(site, Actor.System, new("note", Guid.Empty), AuditResult.Done);

        var page = await (await site.SignedIn(Search)).Get($"/console/record?act=planted.Try&{asked}");

        Assert.Equal(found, page.Page.QuerySelectorAll("tbody tr").Length);
    }

    [Theory, EachEngine]
    public async Task Records_who_read_and_who_took_away(Site site)
    {
        var auditor = await site.SignedIn(Search, Export);
        await auditor.Get("/console/record?person=张三");
        await auditor.Get("/console/record.csv?result=Failed");

        var entries = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().OrderBy(e => e.Id).ToListAsync(Stop));
        Assert.Contains(entries, entry => entry is { Act: "administration.SearchRecord", Note: "人员 张三", AccountId: not null });
        Assert.Contains(entries, entry => entry is { Act: "administration.ExportRecord", Note: "CSV：结果 failed" });
    }

    [Theory, EachEngine]
    public async Task Exports_what_no_spreadsheet_will_run(Site site)
    {
        await Aside(site, new(NewId.At(site.Clock), "=1+1", "@SUM(A1)", [], []), new("note", Guid.Empty), AuditResult.Done, "=HYPERLINK(\"http://example.org\")");
        var auditor = await site.SignedIn(Export);

        var csv = await auditor.Get("/console/record.csv?act=planted.Try");
        Assert.Contains(",'=1+1,'@SUM(A1),", csv.Text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"", csv.Text, StringComparison.Ordinal);

        var workbook = await auditor.Http.GetByteArrayAsync(new Uri("/console/record.xlsx?act=planted.Try", UriKind.Relative), Stop);
        await using var package = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(await package.Entries.Single(part => part.FullName.Contains("worksheets/", StringComparison.Ordinal)).OpenAsync(Stop));
        var sheet = await reader.ReadToEndAsync(Stop);
        Assert.Contains("=1+1", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine("/console/record")]
    [EachEngine("/console/record.csv")]
    [EachEngine("/console/record.xlsx")]
    [EachEngine("/console/record/01900000-0000-7000-8000-000000000000")]
    public async Task Is_closed_to_every_other_role(Site site, string address)
    {
        var roles = await site.AsSystem().Run((IPosts posts) => Task.FromResult(posts.Roles));
        foreach (var role in roles.Where(role => role.Key != "audit-administrator"))
            Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedIn([.. role.Permissions])).Get(address)).Status);
        Assert.Equal([Export, Search], roles.Single(role => role.Key == "audit-administrator").Permissions.Where(permission => permission.StartsWith("administration.record", StringComparison.Ordinal)));
    }

    private static async Task Planted(Site site, int number)
    {
        for (var i = 0; i < number; i++) await Aside(site, Actor.System, new("note", Guid.Empty), AuditResult.Done);
    }

    private static Task Aside(Site site, Actor actor, Subject subject, AuditResult result, string? note = null) =>
        site.As(actor).Run((Record record) => record.Aside(actor, "planted.Try", subject, result, note, Stop));
}
