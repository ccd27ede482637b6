using System.Globalization;
using System.Text;

namespace Gongkai.Rules.Checks;

/// <summary>Makes a small PDF in Helvetica; digits and Latin letters are all it can say.</summary>
internal static class PdfFile
{
    /// <summary>A document with a page for each text.</summary>
    /// <param name="author">Author in its properties; empty for none.</param>
    /// <param name="pages">What each page says, in one line, and whether a black bar lies on it.</param>
    public static byte[] Of(string author, params (string Text, bool IsCovered)[] pages)
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< /Author ({author}) >>",
        ];
        for (var i = 0; i < pages.Length; i++)
        {
            var bar = pages[i].IsCovered ? " 0 g 90 690 400 30 re f" : "";
            var content = $"BT /F1 14 Tf 100 700 Td ({pages[i].Text}) Tj ET{bar}";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + (2 * i)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
