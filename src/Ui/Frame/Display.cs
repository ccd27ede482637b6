using Microsoft.AspNetCore.Http;

namespace Gongkai.Ui.Frame;

/// <summary>How large text is shown.</summary>
public enum TextSize
{
    /// <summary>As designed.</summary>
    Normal,

    /// <summary>One step larger.</summary>
    Large,

    /// <summary>The version for the elderly (长者版): larger still, wider apart, every link underlined.</summary>
    Elder,
}

/// <summary>How this visitor wants pages shown; kept in a cookie, so that it works without scripts.</summary>
/// <param name="HighContrast">Light text on black instead of ink on paper.</param>
/// <param name="Size">Size of text.</param>
public sealed record Display(bool HighContrast, TextSize Size)
{
    internal const string Cookie = "display";

    /// <summary>As designed: what a visitor sees who chose nothing.</summary>
    public static Display Plain { get; } = new(false, TextSize.Normal);

    /// <summary>What the visitor behind a request chose; a cookie that makes no sense counts as none.</summary>
    public static Display Of(HttpContext http) => Parse(http.Request.Cookies[Cookie]);

    /// <summary>A short stable form, such as <c>high.elder</c>; a page cache varies by it.</summary>
    public override string ToString() => $"{NameOf(HighContrast)}.{NameOf(Size)}";

    internal static Display Parse(string? text) => text?.Split('.') is [var contrast, var size]
        ? Plain.With(contrast, size)
        : Plain;

    /// <summary>Takes over what is known; a name that is not stays without effect.</summary>
    internal Display With(string? contrast, string? size) => new(
        contrast switch { "high" => true, "normal" => false, _ => HighContrast },
        size switch { "normal" => TextSize.Normal, "large" => TextSize.Large, "elder" => TextSize.Elder, _ => Size });

    internal static string NameOf(bool highContrast) => highContrast ? "high" : "normal";

    internal static string NameOf(TextSize size) => size switch
    {
        TextSize.Large => "large",
        TextSize.Elder => "elder",
        _ => "normal",
    };
}
