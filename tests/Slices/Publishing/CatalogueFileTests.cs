using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Plans.Reading;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Reading;
using Gongkai.Publishing.Starting;
using Gongkai.Slices.Duties;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Publishing.CatalogueScene;

namespace Gongkai.Slices.Publishing;

/// <summary>The workbook of a catalogue has the layout of the standard tables: what was written can be read again, by us and by an office program.</summary>
public sealed class CatalogueFileTests
{
    private const string Address = "/catalogue/education/catalogue.xlsx";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task What_is_exported_can_be_imported_and_says_the_same(Site site)
    {
        var (_, file) = await Exported(site);

        var read = Read("目录.xlsx", file);

        Assert.Empty(read.Reasons);
        Assert.Equal(Said, read.Rows.Select(row => row.Content));
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(book, Stop).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Theory, EachEngine]
    public async Task An_office_program_shows_it_and_what_it_saves_can_be_imported(Site site)
    {
        using var office = ExportOffice.FindOrSkip();
        var (_, file) = await Exported(site);

        var page = office.Text("目录.xlsx", file, "html");
        var read = Read("目录.html", Encoding.UTF8.GetBytes(page));

        Assert.Contains("县教育体育局政务公开目录", page, StringComparison.Ordinal);
        Assert.Empty(read.Reasons);
        Assert.Equal(Said.Select(item => (item.Field, item.First, item.Second, item.Limit, item.Manner, item.Audience, item.Levels)), read.Rows.Select(row => row.Content).Select(item => (item.Field, item.First, item.Second, item.Limit, item.Manner, item.Audience, item.Levels)));
    }

    [Theory, EachEngine]
    public async Task It_is_that_of_the_day_and_the_field_asked_for(Site site)
    {
        var (visitor, _) = await Exported(site);

        var read = Read("目录.xlsx", await visitor.Http.GetByteArrayAsync(new Uri($"{Address}?field=义务教育&on=2026-03-02", UriKind.Relative), Stop));

        Assert.Equal(["义务教育"], read.Rows.Select(row => row.Content.Field).Distinct());
        foreach (var nothing in (string[])[$"{Address}?on=2026-03-01", $"{Address}?on=2026-13-01", $"{Address}?on=昨天", $"{Address}?field=没有", "/catalogue/health/catalogue.xlsx", "/catalogue/nobody/catalogue.xlsx"])
            Assert.Equal((nothing, HttpStatusCode.NotFound), (nothing, (await visitor.Get(nothing)).Status));
    }

    /// <summary>Two fields, one of which ends with everything that can be ticked.</summary>
    private static IEnumerable<ItemContent> Said =>
    [
        .. new[] { "社会救助", "义务教育" }.SelectMany(name => StandardFields.All.Single(one => one.Name == name).Items).Select(item => item with { Bearer = "县教育体育局" }),
        Everything,
    ];

    private static ItemContent Everything => Item("每一栏都有", "1.办法\n2.名单", "每年1月31日前") with
    {
        First = "其他",
        Basis = "《办法》",
        Bearer = "县教育体育局",
        Channels = ["政府网站", "社区/企事业单位/村公示栏（电子屏）"],
        Audience = Audience.Everybody | Audience.Group,
        Group = "学生家长（含监护人）",
        Manner = Manner.Active | Manner.OnRequest,
        Levels = Levels.City | Levels.County | Levels.Town | Levels.Village,
    };

    private static CatalogueReading Read(string name, byte[] file)
    {
        var source = SourceReader.Read(name, new MemoryStream(file));
        Assert.True(source.IsRead);
        return CatalogueReader.Read(source.Text, null);
    }

    private static async Task<(Visitor Visitor, byte[] File)> Exported(Site site)
    {
        var scene = await Make(site);
        Assert.Empty((await scene.Adopt(await scene.Begin("社会救助"))).Refusals);
        Assert.Empty((await scene.Adopt(await scene.Begin("义务教育"))).Refusals);
        await scene.Add(Everything);
        var visitor = await site.Visitor(follow: false);
        var response = await visitor.Http.GetAsync(new Uri(Address, UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (response.StatusCode, response.Content.Headers.ContentDisposition!.DispositionType));
        return (visitor, await response.Content.ReadAsByteArrayAsync(Stop));
    }
}
