using System.IO.Compression;
using System.Text;

namespace Gongkai.Platform.Files;

/// <summary>
/// Looks at what a file is before it is kept: its ending must be one that is taken, and its bytes must be what the ending says, from the first to the
/// last. A program, a page of the web under another name, a document with macros and a file that is two things at once are all turned away.
/// </summary>
internal static class UploadCheck
{
    private const int Head = 4096;
    private const int Tail = 66_000; // an archive's directory ends with a comment of 65,535 bytes at most
    private const int LongestEntryList = 20_000;

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] MacrosInOldOffice = Encoding.Unicode.GetBytes("_VBA_PROJECT");
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<object", "<embed", "<?php", "<%"];

    /// <summary>Why a file is not taken; null when it is.</summary>
    /// <param name="name">Its name, clean.</param>
    /// <param name="content">Its content; read through, and put back to its beginning.</param>
    /// <param name="rules">What is taken here.</param>
    /// <param name="limit">How large it may be.</param>
    /// <param name="stop">Stops the reading.</param>
    public static async Task<Refusal?> Against(string name, Stream content, UploadRules rules, UploadLimit limit, CancellationToken stop)
    {
        if (content.Length == 0) return new("platform.upload-empty");
        if (content.Length > limit.Megabytes * 1024L * 1024) return new("platform.upload-too-large") { Values = [limit.Megabytes] };
        if (UploadRules.Claimed(name) is not { } claimed || !rules.Kinds.Contains(claimed)) return new("platform.upload-kind") { Values = [Path.GetExtension(name)] };

        var head = await Piece(content, 0, Head, stop);
        var tail = await Piece(content, Math.Max(0, content.Length - Tail), Tail, stop);
        var isWhat = claimed switch
        {
            UploadKind.Pdf => head.AsSpan().StartsWith("%PDF-"u8) && tail.AsSpan().IndexOf("%%EOF"u8) >= 0 && !HidesArchive(tail),
            UploadKind.Png => head.AsSpan().StartsWith(Png) && tail.AsSpan()[^Math.Min(12, tail.Length)..].IndexOf("IEND"u8) >= 0,
            UploadKind.Jpeg => head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && !HidesArchive(tail) && !HasMarkup(head),
            UploadKind.OldOffice => head.AsSpan().StartsWith(Ole) && !HidesArchive(tail),
            UploadKind.Word or UploadKind.Workbook or UploadKind.Ofd => head.AsSpan().StartsWith("PK\u0003\u0004"u8) && EndsAsArchive(tail),
            UploadKind.Html => IsText(head),
            _ => IsText(head) && IsText(tail) && !HasMarkup(head) && !head.AsSpan().StartsWith("#!"u8),
        };
        if (!isWhat) return Disagrees(name);
        return claimed switch
        {
            UploadKind.Word => AgainstPackage(content, name, "word/document.xml"),
            UploadKind.Workbook => AgainstPackage(content, name, "xl/workbook.xml"),
            UploadKind.Ofd => AgainstPackage(content, name, "OFD.xml"),
            UploadKind.OldOffice => await Holds(content, MacrosInOldOffice, stop) ? Macros(name) : null,
            _ => null,
        };
    }

    private static Refusal Disagrees(string name) => new("platform.upload-disagrees") { Values = [Path.GetExtension(name)] };

    private static Refusal Macros(string name) => new("platform.upload-macros") { Values = [name] };

    private static Refusal? AgainstPackage(Stream content, string name, string mainPart)
    {
        try
        {
            content.Position = 0;
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > LongestEntryList) return Disagrees(name);
            var parts = package.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToList();
            if (parts.Exists(IsActive)) return Macros(name);
            return parts.Contains(mainPart, StringComparer.OrdinalIgnoreCase) ? null : Disagrees(name);
        }
        catch (InvalidDataException)
        {
            return Disagrees(name);
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static bool IsActive(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || part.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(part).ToLowerInvariant() is ".exe" or ".dll" or ".js" or ".vbs" or ".bat" or ".ps1" or ".html" or ".htm";

    private static bool HidesArchive(byte[] tail) => tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8) >= 0;

    /// <summary>The directory's last record and its comment reach to the very end: nothing hangs behind.</summary>
    private static bool EndsAsArchive(byte[] tail)
    {
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return at >= 0 && at + 22 <= tail.Length && at + 22 + tail[at + 20] + (tail[at + 21] << 8) == tail.Length;
    }

    private static bool IsText(byte[] piece) => piece.AsSpan().IndexOfAnyInRange((byte)0, (byte)8) < 0 || piece.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || piece.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool HasMarkup(byte[] head)
    {
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        return Markup.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<bool> Holds(Stream content, byte[] sought, CancellationToken stop)
    {
        content.Position = 0;
        var buffer = new byte[81_920];
        var kept = 0;
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(kept), stop)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(sought) >= 0)
            {
                content.Position = 0;
                return true;
            }
            kept = Math.Min(sought.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
        content.Position = 0;
        return false;
    }

    private static async Task<byte[]> Piece(Stream content, long from, int most, CancellationToken stop)
    {
        content.Position = from;
        var piece = new byte[(int)Math.Min(most, content.Length - from)];
        await content.ReadExactlyAsync(piece, stop);
        content.Position = 0;
        return piece;
    }
}
