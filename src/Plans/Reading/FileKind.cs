using System.Text;

namespace Gongkai.Plans.Reading;

/// <summary>Formats that are read.</summary>
public enum FileKind
{
    Text,
    Markdown,
    Html,
    Docx,
    Xlsx,
    Pdf,
}

/// <summary>Tells the format by the first bytes; the name only decides between formats that are all plain text.</summary>
internal static class FileKinds
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Tells a format that is not plain text.</summary>
    /// <returns>Null when only decoding as text can tell.</returns>
    /// <exception cref="UnreadableException">The format is known and cannot be read.</exception>
    public static FileKind? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new UnreadableException(ReadingFailures.Empty);
        if (bytes.StartsWith(Ole)) throw new UnreadableException(IsEncryptedPackage(bytes) ? ReadingFailures.Encrypted : ReadingFailures.OldFormat);
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8)) return FromZip(bytes);
        if (bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (bytes.StartsWith(@"{\rtf"u8)) throw new UnreadableException(ReadingFailures.RichText);
        if (IsImage(bytes)) throw new UnreadableException(ReadingFailures.Image);
        if (IsArchive(bytes)) throw new UnreadableException(ReadingFailures.Archive);
        return null;
    }

    /// <summary>Tells what kind of text a decoded text is.</summary>
    /// <exception cref="UnreadableException">It is a web archive or a single-file XML document.</exception>
    public static FileKind FromText(string name, string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        if (head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) throw new UnreadableException(ReadingFailures.WebArchive);
        if (LooksLikeHtml(head)) return FileKind.Html;
        if (head.StartsWith("<?xml", StringComparison.Ordinal)) throw new UnreadableException(ReadingFailures.WebArchive);

        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending is ".htm" or ".html" or ".xhtml" or ".shtml" && text.Contains('<', StringComparison.Ordinal)) return FileKind.Html;
        return ending is ".md" or ".markdown" ? FileKind.Markdown : FileKind.Text;
    }

    private static bool LooksLikeHtml(ReadOnlySpan<char> head)
    {
        if (!head.StartsWith("<")) return false;
        foreach (var sign in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body"])
        {
            if (head.Contains(sign, StringComparison.OrdinalIgnoreCase)) return true;
        }

        foreach (var sign in (ReadOnlySpan<string>)["<div", "<p>", "<p ", "<table", "<h1", "<section", "<article", "<meta"])
        {
            if (head.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // The names of a package's parts stand uncompressed in its local headers and in its directory at the end.
    private static FileKind FromZip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("word/document"u8) >= 0) return FileKind.Docx;
        if (bytes.IndexOf("xl/workbook"u8) >= 0) return FileKind.Xlsx;
        if (bytes.IndexOf("ppt/presentation"u8) >= 0) throw new UnreadableException(ReadingFailures.Presentation);
        if (bytes.IndexOf("application/vnd.oasis"u8) >= 0 || bytes.IndexOf("OFD.xml"u8) >= 0) throw new UnreadableException(ReadingFailures.OtherPackage);
        if (bytes.IndexOf("[Content_Types].xml"u8) >= 0) throw new UnreadableException(ReadingFailures.Damaged);
        throw new UnreadableException(ReadingFailures.Archive);
    }

    // An encrypted DOCX or XLSX is an OLE file that holds a stream of this name, in UTF-16.
    private static bool IsEncryptedPackage(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static bool IsImage(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..]
        || bytes.StartsWith("GIF8"u8)
        || (bytes.StartsWith("BM"u8) && bytes.Length > 10 && bytes[6] == 0 && bytes[7] == 0)
        || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8));

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes is [0x1F, 0x8B, ..] || bytes.StartsWith("Rar!"u8) || bytes is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..];
}
