using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Rules.Demo;

/// <summary>The files of the invented city, found by walking up from the test binary to the repository root.</summary>
internal static class DemoFolder
{
    public static string Root { get; } = Find();

    public static string PathOf(string name) => Path.Combine(Root, name);

    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    }

    /// <summary>Paragraphs of the 2026 plan as stored: numbers that Word generates are not part of them.</summary>
    public static IReadOnlyList<(string Style, string Text)> PlanParagraphs()
    {
        using var word = WordprocessingDocument.Open(PathOf("plan-2026.docx"), isEditable: false);
        return [.. word.MainDocumentPart!.Document.Body!.Descendants<Paragraph>()
            .Select(p => (p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", p.InnerText))];
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
                return Path.Combine(folder.FullName, "demo");
        throw new DirectoryNotFoundException("No folder above the test binary holds Gongkai.slnx.");
    }
}
