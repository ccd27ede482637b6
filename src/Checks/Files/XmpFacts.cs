using System.Net;
using System.Text;

namespace Gongkai.Checks;

/// <summary>Reads XMP, the XML that programs write into pictures; by hand, for it is often cut off.</summary>
internal static class XmpFacts
{
    public static void Read(string packet, PictureFacts facts)
    {
        if (packet.Contains("GPSLatitude", StringComparison.Ordinal) || packet.Contains("GPSLongitude", StringComparison.Ordinal)) facts.AddPosition(null, null);
        if (Between(packet, "<dc:creator>", "</dc:creator>") is { } creator) facts.AddAuthor(WithoutTags(creator));
        if (Between(packet, "OwnerName=\"", "\"") is { } owner) facts.AddAuthor(owner);
        foreach (var line in WithoutTags(packet).Split('\n')) facts.Add(line);
    }

    private static string? Between(string packet, string open, string close)
    {
        var start = packet.IndexOf(open, StringComparison.Ordinal);
        if (start < 0) return null;
        start += open.Length;
        var end = packet.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? null : packet[start..end];
    }

    /// <summary>Text between tags, and the values of attributes, for a property may be written either way.</summary>
    private static string WithoutTags(string packet)
    {
        var text = new StringBuilder();
        var (inTag, inValue) = (false, false);
        foreach (var c in packet)
        {
            if (c == '<') (inTag, inValue) = (true, false);
            else if (c == '>' && !inValue) inTag = false;
            else if (inTag && c == '"') inValue = !inValue;
            if (c is '<' or '"') text.Append('\n');
            else if ((!inTag && c != '>') || inValue) text.Append(c);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
