using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>Where a piece of HTML comes from.</summary>
public enum HtmlOrigin
{
    /// <summary>Our own editor, which writes what <see cref="Writing.HtmlWriter"/> writes: every element says itself what it is.</summary>
    Editor,

    /// <summary>Another page, Word or WPS: headings are told by their numbers, tables may only lay a page out.</summary>
    Elsewhere,
}

/// <summary>Makes a text of HTML that a browser posted. Only words, links that are safe, tables, lists and pictures come through; there is no markup left that could run.</summary>
public static class HtmlBody
{
    /// <summary>Reads HTML.</summary>
    /// <param name="html">The markup; whatever it is, it is some text.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="digestAt">Digest of the picture at an address of this site; null for every other address. Null where the site has no pictures.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    /// <returns>The text, which may be empty, or the one failure that it is too long.</returns>
    public static ImportOutcome Read(string html, HtmlOrigin origin, Func<string, string?>? digestAt = null, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        limits ??= new();
        if (html.Length > limits.Reading.TextBytes) return ImportOutcome.Failed(ReadingFailures.TooLarge(limits.Reading.TextBytes));
        var builder = new BodyBuilder(limits);
        try
        {
            new HtmlWalk(builder, origin, limits, digestAt).Read(new DecodedText(html));
        }
        catch (UnreadableException unreadable)
        {
            return ImportOutcome.Failed(unreadable.Failure);
        }
        return ImportOutcome.Of(builder.Build(findsHeadings: origin == HtmlOrigin.Elsewhere));
    }
}
