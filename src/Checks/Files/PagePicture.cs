using System.Globalization;
using System.Text;
using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>A page of a PDF as it is seen, in shades of grey, one dot a point.</summary>
internal sealed class PagePicture
{
    private const int Resolution = 72;
    private const int Flat = 24;

    private readonly byte[] _dots;
    private readonly int _from, _width, _height;

    private PagePicture(byte[] dots, int from, int width, int height) => (_dots, _from, _width, _height) = (dots, from, width, height);

    /// <summary>Draws a page.</summary>
    /// <returns>Null where it cannot be drawn; whether something is covered then stays unsaid.</returns>
    public static PagePicture? Draw(byte[] pdf, int page, ReadingLimits limits)
    {
        try
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            string[] arguments = ["-gray", "-r", Resolution.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", Poppler.File];
            return Read(Poppler.Run(PdfTexts.Beside("pdftoppm", limits), arguments, pdf, limits));
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    /// <summary>True where a word is in the page's text and nothing of it is seen: covered by a bar, or in the colour of the ground.</summary>
    public bool IsBlank(PdfWord word)
    {
        int left = Inside(word.Left + 1, _width), right = Inside(word.Right - 1, _width), top = Inside(word.Top + 1, _height), bottom = Inside(word.Bottom - 1, _height);
        byte darkest = 255, lightest = 0;
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var dot = _dots[_from + (y * _width) + x];
                darkest = Math.Min(darkest, dot);
                lightest = Math.Max(lightest, dot);
            }
        }

        return lightest - darkest < Flat;
    }

    private static int Inside(double at, int size) => (int)Math.Clamp(at, 0, size - 1);

    // P5, width, height, greatest value, then one byte a dot.
    private static PagePicture? Read(byte[] picture)
    {
        var at = 0;
        if (Next(picture, ref at) != "P5") return null;
        if (!int.TryParse(Next(picture, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out var width) || !int.TryParse(Next(picture, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out var height)) return null;
        Next(picture, ref at);
        return width > 0 && height > 0 && picture.Length - at >= (long)width * height ? new(picture, at, width, height) : null;
    }

    private static string Next(byte[] picture, ref int at)
    {
        var start = at;
        while (at < picture.Length && at - start < 20 && picture[at] > ' ') at++;
        return Encoding.ASCII.GetString(picture, start, at++ - start);
    }
}
