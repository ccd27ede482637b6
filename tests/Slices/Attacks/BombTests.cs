using System.IO.Compression;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>Alone on the machine, for what a file costs is measured over the whole process.</summary>
[CollectionDefinition(nameof(BombTests), DisableParallelization = true)]
public sealed class AloneOnTheMachine;

/// <summary>A small file that is enormous, endless or bottomless inside: wherever a file is taken, it is refused or kept unopened, and costs little.</summary>
[Collection(nameof(BombTests))]
public sealed class BombTests(Targets targets) : IClassFixture<Targets>
{
    /// <summary>What dealing with one upload may allocate, all in all; the smallest bomb asks for a multiple.</summary>
    private const long MostBytes = 500L << 20;

    private const int ZeroTimes = 600;

    /// <summary>A mebibyte of nothing, which a package holds so many times.</summary>
    private static readonly byte[] Zero = new byte[1 << 20];

    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Book = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static readonly (string What, ChosenFile File)[] Bombs =
    [
        ("a document that unpacks to 600 MB", new("a.docx", Package(("word/document.xml", Zero)))),
        ("a picture in it that unpacks to 600 MB", new("a.docx", Package(("word/document.xml", Text($"<w:document {Word}/>")), ("word/media/a.png", Zero)))),
        ("entities of entities", new("a.docx", Package(("word/document.xml", Text(Entities))))),
        ("an entity that names a file", new("a.docx", Package(("word/document.xml", Text($"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document {Word}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"))))),
        ("elements within elements", new("a.docx", Package(("word/document.xml", Text($"<w:document {Word}>{Times("<w:p>", 300_000)}"))))),
        ("entries without number", new("a.docx", Package([("word/document.xml", Text($"<w:document {Word}/>")), .. Enumerable.Range(0, 19_000).Select(at => ($"word/{at}.xml", Text("")))]))),
        ("a sheet without end", new("a.xlsx", Workbook("<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"))),
        ("a merged cell over everything", new("a.xlsx", Workbook("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"))),
        ("a column and a row that cannot be", new("a.xlsx", Workbook("<sheetData><row r=\"4294967295\"><c r=\"ZZZZZZ99999999999\"><v>1e999</v></c></row></sheetData>"))),
        ("markup within markup", new("a.html", Text($"<html><body>{Times("<div><b><i><table><tr><td>", 20_000)}"))),
        ("nothing but numbers", new("a.txt", Text(Times("1.", 100_000)))),
        ("nothing but brackets", new("a.txt", Text(Times("（责任单位：", 30_000)))),
        ("lists within lists", new("a.json", Text(Times("[", 100_000)))),
        ("objects within objects", new("a.json", Text(Times("{\"year\":", 20_000)))),
    ];

    private static string Entities => $"<!DOCTYPE d [<!ENTITY a \"zzzzzzzzzz\">{string.Concat(Enumerable.Range(1, 9).Select(at => $"<!ENTITY {(char)('a' + at)} \"{Times($"&{(char)('a' + at - 1)};", 10)}\">"))}]><w:document {Word}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>";

    [Theory, EachEngineAlone]
    public async Task No_upload_blows_the_site_up(Engine engine)
    {
        var target = await targets.On(engine);
        var takers = target.Ways.Where(way => way.TakesFiles).ToList();
        Assert.True(takers.Count >= 3, $"{takers.Count} forms take files");

        Verdict.None(await Breaches(target, takers));
    }

    /// <summary>The planted breach: an upload that unpacks whatever comes.</summary>
    [Fact]
    public async Task A_planted_upload_that_unpacks_everything_is_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        Assert.Contains(await Breaches(target, [.. target.Ways.Where(way => way.Pattern == PlantedHoles.Unpack)]), line => line.Contains("takes 600 MB and more for a document", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Breaches(Target target, IReadOnlyList<Way> takers)
    {
        var breaches = new List<string>();
        foreach (var way in takers)
            foreach (var opening in way.Reads.Where(opening => opening.IsFile))
                foreach (var (what, file) in Bombs)
                {
                    var others = way.Reads.Where(other => other.IsFile && other != opening).Select(other => (other.Name, new ChosenFile("要点.txt", Text(Duties.LedgerScene.Text))));
                    var before = GC.GetTotalAllocatedBytes(precise: true);
                    var reply = await target.Post(way, target.AddressOf(way), target.HarmlessFields(way).Select(field => (field.Name, Uri.EscapeDataString(field.Value))), [(opening.Name, file), .. others]);
                    var taken = GC.GetTotalAllocatedBytes(precise: true) - before;
                    using (reply.Response) breaches.AddRange(Verdict.On(reply.Response, reply.Body).Select(breach => $"{way} {breach} for {what} ({target.Cause})"));
                    if (taken > MostBytes) breaches.Add($"{way} takes {(taken >= 600L << 20 ? "600 MB and more" : "too much")} for {what}: {taken >> 20} MB");
                }
        return breaches;
    }

    private static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Workbook(string sheet) => Package(
        ("xl/workbook.xml", Text($"<workbook {Book} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
        ("xl/worksheets/sheet1.xml", Text($"<worksheet {Book}>{sheet}</worksheet>")));

    /// <summary>A package with its table of contents, so that a reader goes on to the parts.</summary>
    private static byte[] Package(params (string Name, byte[] Content)[] parts)
    {
        var isBook = parts[0].Name.StartsWith("xl/", StringComparison.Ordinal);
        var type = isBook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts.Append(("[Content_Types].xml", Text($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/{parts[0].Name}\" ContentType=\"{type}\"/></Types>")))
                .Append(("_rels/.rels", Text($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{parts[0].Name}\"/></Relationships>"))))
            {
                using var entry = package.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var left = content == Zero ? ZeroTimes : 1; left > 0; left--) entry.Write(content);
            }
        return stream.ToArray();
    }
}
