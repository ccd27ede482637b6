using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gongkai.Rules.Checks;

/// <summary>Packs Office files part by part, so that a test can put anything anywhere; the same parts give the same file.</summary>
internal sealed class Packed
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.", Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.", Show = "application/vnd.openxmlformats-officedocument.presentationml.";

    private readonly string _main;
    private readonly List<(string Path, string Type, byte[] Content)> _parts = [];
    private readonly List<(string From, string Kind, string Target, bool IsOutside)> _relations = [];

    private Packed(string main, string type, string xml)
    {
        _main = main;
        Add(main, type, xml, from: "", kind: "officeDocument");
    }

    /// <summary>A Word document with this body.</summary>
    public static Packed Docx(string body) => new("word/document.xml", Word + "document.main+xml", W("document", $"<w:body>{body}</w:body>"));

    /// <summary>A workbook.</summary>
    /// <param name="book">What stands in the workbook beside its sheets.</param>
    /// <param name="sheets">Name, state and content of each sheet.</param>
    public static Packed Xlsx(string book, params (string Name, string State, string Xml)[] sheets)
    {
        var list = string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"));
        var packed = new Packed("xl/workbook.xml", Sheet + "sheet.main+xml", X("workbook", $"<sheets>{list}</sheets>{book}"));
        for (var i = 0; i < sheets.Length; i++) packed.Add($"xl/worksheets/sheet{i + 1}.xml", Sheet + "worksheet+xml", X("worksheet", sheets[i].Xml), packed._main, "worksheet");
        return packed;
    }

    /// <summary>A presentation.</summary>
    /// <param name="slides">Attributes of each slide and the paragraphs on it.</param>
    public static Packed Pptx(params (string Attributes, string Shapes)[] slides)
    {
        var ids = string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"rId{i + 1}\"/>"));
        var packed = new Packed("ppt/presentation.xml", Show + "presentation.main+xml", P("presentation", "", $"<p:sldIdLst>{ids}</p:sldIdLst>"));
        for (var i = 0; i < slides.Length; i++) packed.Add($"ppt/slides/slide{i + 1}.xml", Show + "slide+xml", P("sld", slides[i].Attributes, slides[i].Shapes), packed._main, "slide");
        return packed;
    }

    public static string W(string root, string xml) =>
        $"<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"urn:wp\" xmlns:v=\"urn:v\" xmlns:wps=\"urn:wps\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{xml}</w:{root}>";

    public static string X(string root, string xml) =>
        $"<{root} xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{xml}</{root}>";

    public static string P(string root, string attributes, string xml) =>
        $"<p:{root} {attributes} xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{xml}</p:{root}>";

    /// <summary>A paragraph of Word.</summary>
    public static string Para(string text) => $"<w:p>{Run(text)}</w:p>";

    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    /// <summary>A table of Word.</summary>
    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{Para(cell)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    /// <summary>Rows of a sheet; a cell that begins with # is a number.</summary>
    public static string Rows(params string[][] rows) => $"<sheetData>{string.Concat(rows.Select((row, i) => Row(i + 1, "", row)))}</sheetData>";

    public static string Row(int number, string attributes, params string[] cells) =>
        $"<row r=\"{number}\" {attributes}>{string.Concat(cells.Select((cell, i) => Cell($"{(char)('A' + i)}{number}", cell)))}</row>";

    /// <summary>A paragraph on a slide.</summary>
    public static string Line(string text) => $"<a:p><a:r><a:t>{SecurityElement.Escape(text)}</a:t></a:r></a:p>";

    private static string Cell(string place, string value) => value.Length == 0 ? ""
        : value[0] == '#' ? $"<c r=\"{place}\"><v>{value[1..]}</v></c>"
        : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(value)}</t></is></c>";

    /// <summary>Adds a part of Word, Excel or PowerPoint by the last words of its type.</summary>
    public Packed With(string path, string type, string xml, string? from = null, string kind = "other") =>
        Add(path, (path[0] == 'w' ? Word : path[0] == 'x' ? Sheet : Show) + type + "+xml", xml, from ?? _main, kind);

    /// <summary>Adds a part of any type.</summary>
    public Packed Add(string path, string type, string xml, string from, string kind) => Add(path, type, Encoding.UTF8.GetBytes(xml), from, kind);

    public Packed Add(string path, string type, byte[] content, string from, string kind)
    {
        _parts.Add((path, type, content));
        _relations.Add((from, kind, "/" + path, false));
        return this;
    }

    public Packed Linked(string address)
    {
        _relations.Add((_main, "hyperlink", address, true));
        return this;
    }

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            var types = string.Concat(_parts.Select(part => $"<Override PartName=\"/{part.Path}\" ContentType=\"{part.Type}\"/>"));
            Write(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{types}</Types>"));
            foreach (var group in _relations.GroupBy(relation => relation.From))
            {
                var slash = group.Key.LastIndexOf('/');
                var name = $"{group.Key[..(slash + 1)]}_rels/{group.Key[(slash + 1)..]}.rels";
                var list = string.Concat(group.Select((relation, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Kind}\" Target=\"{relation.Target}\"{(relation.IsOutside ? " TargetMode=\"External\"" : "")}/>"));
                Write(archive, name, Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>"));
            }

            foreach (var (path, _, content) in _parts) Write(archive, path, content);
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
