using System.Globalization;
using System.Text;
using QRCoder;

namespace Gongkai.Administration;

/// <summary>A QR code as one path of an SVG: no style and no script, so that the content policy has nothing against it.</summary>
/// <param name="Side">Width and height in modules, the quiet zone included.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrPicture(int Side, string Path)
{
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (row, y) in code.ModuleMatrix.Select((row, y) => (row, y)))
            for (var x = 0; x < row.Length; x++)
                if (row[x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(code.ModuleMatrix.Count, path.ToString());
    }
}
