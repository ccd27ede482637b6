using System.Text;
using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>Tells the format of a file by its first bytes and has it looked through; what goes wrong there becomes a gap.</summary>
internal static class FileContents
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static void Look(string name, byte[] bytes, OpenFile file)
    {
        try
        {
            LookAt(name, bytes, file);
        }
        catch (UnreadableException unreadable)
        {
            file.AddGap(CodeOf(unreadable.Failure.Code), "");
        }
        catch (Exception damage) when (damage is not (OutOfMemoryException or OperationCanceledException))
        {
            // What readers throw over a broken file is open-ended, so the kind tells nothing: the file is damaged.
            file.AddGap(CheckCodes.Damaged, "");
        }
    }

    private static void LookAt(string name, byte[] bytes, OpenFile file)
    {
        if (bytes.Length == 0) file.AddGap(CheckCodes.NoText, "");
        else if (bytes.AsSpan().StartsWith(Ole)) file.AddGap(IsEncryptedPackage(bytes) ? CheckCodes.Encrypted : CheckCodes.OldFormat, "");
        else if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) LookAtPackage(bytes, file);
        else if (bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0) PdfTexts.Look(bytes, file);
        else if (PictureTexts.IsPicture(bytes)) PictureTexts.Look(bytes, file);
        else if (bytes.AsSpan().StartsWith(@"{\rtf"u8)) file.AddGap(CheckCodes.OldFormat, "");
        else LookAtText(name, bytes, file);
    }

    private static void LookAtPackage(byte[] bytes, OpenFile file)
    {
        PackageGuard.Check(bytes, file.All.Limits);
        using var package = new PackageParts(bytes);
        PackageKind.Look(package, file);
    }

    private static void LookAtText(string name, byte[] bytes, OpenFile file)
    {
        if (TextDecoding.Decode(bytes) is not { } decoded)
        {
            file.AddGap(CheckCodes.NotLookedInto, "");
            return;
        }

        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending is ".htm" or ".html" or ".xhtml" or ".shtml" || LooksLikeHtml(decoded.Text)) HtmlTexts.Look(decoded.Text, file);
        else PlainTexts.Look(decoded.Text, isCsv: ending == ".csv", file);
    }

    private static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1024)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    // An encrypted package is an OLE file that holds a stream of this name, in UTF-16.
    private static bool IsEncryptedPackage(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static string CodeOf(string failure) => failure switch
    {
        "plans.encrypted" => CheckCodes.Encrypted,
        "plans.zip-bomb" or "plans.unsafe-xml" or "plans.too-deep" => CheckCodes.Unsafe,
        "plans.too-large" => CheckCodes.TooLarge,
        "plans.no-pdftotext" => CheckCodes.NoPdfToText,
        "plans.pdf-timeout" => CheckCodes.TimedOut,
        _ => CheckCodes.Damaged,
    };
}
