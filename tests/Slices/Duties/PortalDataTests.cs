using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Duties;

public class PortalDataTests
{
    /// <summary>Cells of a CSV, by the rules of RFC 4180 alone.</summary>
    private static List<List<string>> Read(string csv)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[i++]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && csv[i] == ',') End();
            else if (!quoted && csv[i] == '\r' && csv[i + 1] == '\n')
            {
                End();
                rows.Add([]);
                i++;
            }
            else cell.Append(csv[i]);
        }
        rows.RemoveAt(rows.Count - 1);
        return rows;

        void End()
        {
            rows[^1].Add(cell.ToString());
            cell.Clear();
        }
    }

    [Theory, EachEngine(""), EachEngine("?state=running"), EachEngine("?organ=health"), EachEngine("?state=overdue&organ=market"), EachEngine("?state=met-late")]
    public async Task Page_json_and_csv_tell_the_same(Site site, string query)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();
        var page = await visitor.Get("/plan/2026" + query);
        var json = JsonDocument.Parse((await visitor.Get("/plan/2026.json" + query)).Text).RootElement;
        var csv = Read((await visitor.Get("/plan/2026.csv" + query)).Text.TrimStart('\uFEFF'));

        var shown = page.Page.QuerySelectorAll("tr[data-task]").Select(row => (row.GetAttribute("data-task")!, row.QuerySelector(".badge")!.TextContent)).ToList();
        var tasks = json.GetProperty("tasks").EnumerateArray().ToList();
        Assert.Equal(shown, tasks.Select(task => (task.GetProperty("number").GetRawText(), task.GetProperty("stateName").GetString()!)));
        Assert.Equal(shown, csv.Skip(1).Select(row => (row[0], row[10])));
        Assert.Equal(tasks.Select(task => task.GetProperty("text").GetString()), csv.Skip(1).Select(row => row[4]));
        Assert.Equal(tasks.Select(task => task.GetProperty("evidenceCount").GetRawText()), csv.Skip(1).Select(row => row[12]));
        Assert.All(tasks, task => Assert.Equal(task.GetProperty("evidenceCount").GetInt32(), task.GetProperty("evidence").GetArrayLength()));
        Assert.All(csv, row => Assert.Equal(14, row.Count));
        var figures = json.GetProperty("figures");
        Assert.Equal(shown.Count, new[] { "met", "running", "overdue", "waived" }.Sum(part => figures.GetProperty(part).GetInt32()));
    }

    [Theory, EachEngine]
    public async Task Csv_opens_in_a_spreadsheet_and_runs_nothing(Site site)
    {
        var scene = await PortalScene.Make(site);
        await scene.Adopt("公式.txt", "和源县2027年政务公开工作要点\n\n一、公开\n1.=HYPERLINK(\"x\",\"y\")按季度公布收支，年底前完成。（责任单位：县教育体育局）\n2.公布账目，11月底前完成。（责任单位：县教育体育局）", 2027);
        var visitor = await site.Visitor();
        var response = await visitor.Http.GetAsync(new Uri("/plan/2027.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        var rows = Read(Encoding.UTF8.GetString(bytes.AsSpan(3)));
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.TrimStart().StartsWith('='));
        Assert.Contains(rows.SelectMany(row => row), cell => cell.Contains("=HYPERLINK(\"x\",\"y\")", StringComparison.Ordinal));
    }

    [Theory, EachEngine("/plan/2026.json"), EachEngine("/plan/2026.csv")]
    public async Task Sends_nothing_again_that_did_not_change(Site site, string address)
    {
        var scene = await PortalScene.Make(site);
        var visitor = await site.Visitor();
        var tag = (await visitor.Get(address)).Response.Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, (await Ask()).StatusCode);
        await scene.Confirm(scene.Evidence[PortalScene.Waiting]);
        Assert.Equal(HttpStatusCode.OK, (await Ask()).StatusCode);

        async Task<HttpResponseMessage> Ask()
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag, tag.IsWeak));
            return await visitor.Http.SendAsync(again);
        }
    }

    [Theory, EachEngine]
    public async Task Hands_out_files_of_public_evidence_as_downloads(Site site)
    {
        var scene = await PortalScene.Make(site);
        var visitor = await site.Visitor();
        var page = await visitor.Get("/plan/2026/3");
        var link = page.Page.QuerySelector("#evidence-list a[href$='/file']")!.GetAttribute("href")!;

        var file = await visitor.Get(link);
        Assert.Equal("便民服务点一览", file.Text);
        Assert.Equal("application/octet-stream", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(file.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(file.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var disposition = file.Response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "柳树镇一览.txt"), (disposition.DispositionType, disposition.FileNameStar));

        foreach (var title in new[] { PortalScene.Private, PortalScene.Returned, PortalScene.Waiting, PortalScene.Hostile })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/evidence/{scene.Evidence[title]}/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/evidence/{Guid.Empty}/file")).Status);
    }
}
