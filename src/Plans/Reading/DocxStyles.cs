using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Reading;

/// <summary>What a style, with the styles it is based on, says about a paragraph or run.</summary>
/// <param name="Outline">Heading level, 1 to 9; 0 for none.</param>
/// <param name="NumberId">Numbering it belongs to; null for none.</param>
/// <param name="NumberLevel">Level in that numbering, from 0; null where it is not said.</param>
/// <param name="Alignment">Alignment as in the file; null where it is not said.</param>
/// <param name="Hidden">Its text is hidden.</param>
/// <param name="Strong">Its text is bold; null where it is not said.</param>
/// <param name="Rise">Raised or lowered as in the file (superscript, subscript); null where it is not said.</param>
/// <param name="IsTitle">It is the style of a document's title.</param>
public sealed record DocxStyle(int Outline, int? NumberId, int? NumberLevel, string? Alignment, bool Hidden, bool? Strong = null, string? Rise = null, bool IsTitle = false);

/// <summary>The styles of a Word document.</summary>
public sealed class DocxStyles
{
    private const int LongestChain = 32;
    private static readonly DocxStyle Nothing = new(0, null, null, null, false);

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxStyle> _resolved = new(StringComparer.Ordinal);
    private readonly string? _normal;

    /// <param name="part">Part of the styles; null where the file has none.</param>
    public DocxStyles(StyleDefinitionsPart? part)
    {
        if (part is null) return;
        foreach (var style in PackageGuard.Checked(part).Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            _styles.TryAdd(id, style);
            if (style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph) _normal = id;
        }
    }

    /// <summary>A paragraph's style; its default style where it names none.</summary>
    public DocxStyle OfParagraph(string? id) => Resolve(id ?? _normal);

    /// <summary>A run's own style; an empty one where it names none.</summary>
    public DocxStyle OfRun(string? id) => Resolve(id);

    /// <summary>True when an on/off property is there and not switched off.</summary>
    public static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);

    private DocxStyle Resolve(string? id)
    {
        if (id is null) return Nothing;
        if (_resolved.TryGetValue(id, out var known)) return known;

        var style = Nothing;
        var next = id;
        for (var i = 0; i < LongestChain && next is not null && _styles.TryGetValue(next, out var found); i++)
        {
            style = Under(style, found);
            next = found.BasedOn?.Val?.Value;
        }

        return _resolved[id] = style;
    }

    // What the nearer style says wins over the one it is based on.
    private static DocxStyle Under(DocxStyle near, Style far)
    {
        var (paragraph, run) = (far.StyleParagraphProperties, far.StyleRunProperties);
        var numbering = paragraph?.NumberingProperties;
        var outline = paragraph?.OutlineLevel?.Val?.Value is { } level and >= 0 and < 9 ? level + 1 : HeadingByName(far.StyleName?.Val?.Value);
        return new(
            near.Outline > 0 ? near.Outline : outline,
            near.NumberId ?? numbering?.NumberingId?.Val?.Value,
            near.NumberLevel ?? numbering?.NumberingLevelReference?.Val?.Value,
            near.Alignment ?? paragraph?.Justification?.Val?.InnerText,
            near.Hidden || IsOn(run?.Vanish),
            near.Strong ?? (run?.Bold is { } bold ? IsOn(bold) : null),
            near.Rise ?? run?.VerticalTextAlignment?.Val?.InnerText,
            near.IsTitle || far.StyleName?.Val?.Value is "Title" or "title" or "标题");
    }

    private static int HeadingByName(string? name)
    {
        if (name is null) return 0;
        foreach (var prefix in (ReadOnlySpan<string>)["heading ", "标题 "])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length == prefix.Length + 1 && name[^1] is >= '1' and <= '9') return name[^1] - '0';
        }

        return 0;
    }
}
