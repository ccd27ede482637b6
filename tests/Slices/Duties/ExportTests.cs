using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Duties;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Duties;

public class ExportTests
{
    private static readonly string[] All = ["/console/exports/ledger.xlsx", "/console/exports/breakdown.xlsx", "/console/bulletins/2026-03.docx"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<byte[]> Fetch(Visitor visitor, string address)
    {
        var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    /// <summary>Opens a workbook and holds it against the format's own rules.</summary>
    private static (Worksheet Sheet, List<List<string>> Rows) Open(byte[] content)
    {
        var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, Stop).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        return (sheet, [.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.CellValue?.Text ?? cell.InnerText).ToList())]);
    }

    [Theory, EachEngine]
    public async Task Gives_files_to_nobody_without_the_right(Site site)
    {
        await PortalScene.Make(site);
        var stranger = await site.Visitor(follow: false);
        var clerk = await site.SignedIn(DutyPermissions.View);
        foreach (var address in All)
        {
            var sent = await stranger.Get(address);
            Assert.Equal(HttpStatusCode.Found, sent.Status);
            Assert.StartsWith("/sign-in", sent.Response.Headers.Location!.IsAbsoluteUri ? sent.Response.Headers.Location.PathAndQuery : sent.Response.Headers.Location.OriginalString, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Get(address)).Status);
        }
    }

    [Theory, EachEngine]
    public async Task Ledger_holds_the_lines_of_the_page_with_real_days(Site site)
    {
        await PortalScene.Make(site);
        var officer = await site.SignedIn(DutyPermissions.View, DutyPermissions.Report);

        var (sheet, rows) = Open(await Fetch(officer, "/console/exports/ledger.xlsx"));
        Assert.Equal("《和源县2026年政务公开工作要点》落实台账（截至2026年4月10日）", rows[0][0]);
        Assert.Equal("任务内容", rows[1][3]);
        Assert.Equal(9, rows.Count - 2);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(rows[1].Count, sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Count());
        var market = rows.Single(row => row.Contains("县市场监督管理局"));
        Assert.Equal(("牵头单位", "已超期", "46081"), (market[5], market[10], market[9])); // 2026-02-28

        var (_, late) = Open(await Fetch(officer, "/console/exports/ledger.xlsx?state=Overdue"));
        Assert.Equal("县市场监督管理局", Assert.Single(late.Skip(2))[4]);
        var (_, towns) = Open(await Fetch(officer, "/console/exports/ledger.xlsx?organ=liushu&role=Responsible&limit=Date&search=" + Uri.EscapeDataString("便民")));
        Assert.Equal("已落实", Assert.Single(towns.Skip(2))[10]);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/console/exports/ledger.xlsx?organ=nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/console/exports/ledger.xlsx?state=nonsense")).Status);
    }

    [Theory, EachEngine]
    public async Task Breakdown_names_organs_by_role_and_groups_as_the_plan_does(Site site)
    {
        var scene = await PortalScene.Make(site);
        var officer = await site.SignedIn(DutyPermissions.View, DutyPermissions.Report);

        var (_, rows) = Open(await Fetch(officer, $"/console/exports/breakdown.xlsx?plan={scene.Plan}"));
        Assert.Equal(6, rows.Count - 2);
        Assert.Equal(("县市场监督管理局", "", "县卫生健康局"), (rows[3][3], rows[3][4], rows[3][5]));
        Assert.Equal("各镇街", rows[4][4]);
        Assert.Equal(("7月底前", "46234"), (rows[5][7], rows[5][8])); // 2026-07-31
        Assert.Contains("县委宣传部已免除", rows[7][9], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get($"/console/exports/breakdown.xlsx?plan={Guid.Empty}")).Status);
    }

    [Theory, EachEngine]
    public async Task Workbooks_open_in_an_office_program(Site site)
    {
        await PortalScene.Make(site);
        var officer = await site.SignedIn(DutyPermissions.View, DutyPermissions.Report);
        using var office = ExportOffice.FindOrSkip();

        var csv = office.Text("台账.xlsx", await Fetch(officer, "/console/exports/ledger.xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76");
        Assert.Contains("县市场监督管理局,牵头单位", csv, StringComparison.Ordinal);
        Assert.Contains("2026年2月28日,已超期", csv, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Bulletin_is_a_letter_with_the_figures_of_the_month(Site site)
    {
        await PortalScene.Make(site);
        var officer = await site.SignedIn(DutyPermissions.View, DutyPermissions.Report);
        var content = await Fetch(officer, "/console/bulletins/2026-03.docx");

        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, Stop).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var words = body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.EndsWith("关于2026年3月政务公开工作要点落实情况的通报", words[0], StringComparison.Ordinal);
        Assert.Contains("3月到期的任务共2项次：按期落实1项次，占50%；逾期落实0项次；尚未落实1项次。此前到期仍未落实的1项次。", words[1], StringComparison.Ordinal);
        Assert.Contains("一、各单位落实情况", words);
        Assert.Contains("二、本月到期尚未落实的任务", words);
        Assert.Contains("三、以前到期仍未落实的任务", words);
        Assert.Equal("2026年4月10日", words[^1]);

        var page = body.Descendants<PageMargin>().Single();
        Assert.Equal((2098, 1984, 1588u, 1474u), (page.Top!.Value, page.Bottom!.Value, page.Left!.Value, page.Right!.Value));
        var organs = body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().First().Elements<TableRow>().Select(row => string.Join(' ', row.Elements<TableCell>().Select(cell => cell.InnerText))).ToList();
        Assert.Equal(["单位 到期 按期落实 逾期落实 尚未落实 退回佐证", "县市场监督管理局 1 0 0 1 0", "县教育体育局 1 1 0 0 0"], organs);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/console/bulletins/2026-05.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/console/bulletins/march.docx")).Status);
    }

    [Theory, EachEngine]
    public async Task Bulletin_opens_in_an_office_program(Site site)
    {
        await PortalScene.Make(site);
        var officer = await site.SignedIn(DutyPermissions.View, DutyPermissions.Report);
        using var office = ExportOffice.FindOrSkip();
        var text = office.Text("通报.docx", await Fetch(officer, "/console/bulletins/2026-03.docx"), "txt:Text (encoded):UTF8");
        Assert.Contains("二、本月到期尚未落实的任务", text, StringComparison.Ordinal);
        Assert.Contains("县市场监督管理局", text, StringComparison.Ordinal);
    }
}
