using DocumentFormat.OpenXml.Packaging;

namespace Gongkai.Plans.Reading;

/// <summary>Addresses that the words of one part lead to.</summary>
internal sealed class DocxLinks(OpenXmlPart part)
{
    private const string Field = "HYPERLINK";

    private Dictionary<string, string>? _addresses;

    /// <summary>The address that a hyperlink names; null where it leads to a place in the document.</summary>
    public string? Of(string? relationship)
    {
        if (relationship is null) return null;
        if (_addresses is null)
        {
            _addresses = new(StringComparer.Ordinal);
            foreach (var link in part.HyperlinkRelationships) _addresses.TryAdd(link.Id, link.Uri.OriginalString);
        }

        return _addresses.GetValueOrDefault(relationship);
    }

    /// <summary>The address in a field's code (<c>HYPERLINK "address"</c>); null for any other field and for places in the document.</summary>
    public static string? OfField(string? code)
    {
        var text = code.AsSpan().Trim();
        if (!text.StartsWith(Field, StringComparison.OrdinalIgnoreCase)) return null;
        text = text[Field.Length..].TrimStart();
        if (text.Length < 2 || text[0] != '"') return null;
        var end = text[1..].IndexOf('"');
        return end > 0 ? text[1..(end + 1)].ToString() : null;
    }
}
