using System.Collections.Frozen;

namespace Gongkai.Plans.Reading;

/// <summary>What the reader knows of HTML elements, by lower-case name.</summary>
public static class HtmlTags
{
    /// <summary>Elements that start and end a line of their own.</summary>
    public static readonly FrozenSet<string> Block = Set(
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form " +
        "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul");

    /// <summary>Elements whose content is no markup; dropped with everything in them.</summary>
    public static readonly FrozenSet<string> Raw = Set("script style textarea title xmp iframe noembed noframes noscript");

    /// <summary>Elements without content; all but the line break say nothing in a text.</summary>
    public static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    /// <summary>Elements that only wrap a whole page.</summary>
    public static readonly FrozenSet<string> Wrapper = Set("html head body plaintext frameset");

    /// <summary>Formatting elements: reopened by a parser in every later paragraph if left open, so they are made plain spans.</summary>
    public static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Formatting elements that say something of the words, and the plain elements that stand for them in cleaned markup.</summary>
    public static readonly FrozenDictionary<string, string> Styled =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = Link, ["b"] = Strong, ["strong"] = Strong }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Stands for a link in cleaned markup.</summary>
    public const string Link = "x-link";

    /// <summary>Stands for strong words in cleaned markup.</summary>
    public const string Strong = "x-strong";

    /// <summary>Elements that are furniture of a page or controls, not text of the document.</summary>
    public static readonly FrozenSet<string> Furniture = Set("nav aside footer template select button svg math canvas audio video object datalist rt rp");

    /// <summary>Elements that an end tag from inside cannot close.</summary>
    public static readonly FrozenSet<string> Scope = Set("table td th caption object marquee applet template");

    /// <summary>Attributes that change what the text is.</summary>
    public static readonly FrozenSet<string> Attribute = Set("style hidden colspan rowspan start value type align");

    /// <summary>Attributes that links, pictures and places on the line need.</summary>
    public static readonly FrozenSet<string> StyledAttribute = Set("href src alt class");

    /// <summary>Table parts that an open element of these names ends for, and what shields it.</summary>
    public static (string[] Ends, string Shield)? ImpliedEnd(string name) => name switch
    {
        "li" => (["li"], "ul ol table"),
        "dt" or "dd" => (["dt", "dd"], "dl table"),
        "td" or "th" => (["td", "th"], "tr table"),
        "tr" => (["tr"], "table"),
        "tbody" or "thead" or "tfoot" => (["tbody", "thead", "tfoot"], "table"),
        "option" => (["option"], "select"),
        _ => null,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
