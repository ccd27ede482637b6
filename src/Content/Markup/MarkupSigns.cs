namespace Gongkai.Content.Markup;

/// <summary>
/// The signs of the plain form of a text (纯文本写法), in which it can be written without any script: a line a paragraph. Where a line of plain
/// words begins with a sign, a backslash before it says that it is meant as a word.
/// </summary>
internal static class MarkupSigns
{
    public const char Escape = '\\';

    public const char Heading = '#';

    public const string Item = "- ";

    public const string OrderedItem = "+ ";

    public const string End = ">> ";

    public const string Centre = "<> ";

    public const char Cell = '|';

    /// <summary>A cell that belongs to the one before it.</summary>
    public const char Left = '<';

    /// <summary>A cell that belongs to the one above it.</summary>
    public const char Up = '^';

    /// <summary>Stands before the words of a cell that heads its column.</summary>
    public const char HeadingCell = '!';

    /// <summary>A line break within a cell.</summary>
    public const char Break = '⏎';

    public const string Picture = "![";

    /// <summary>Signs that mean something within a line.</summary>
    public const string Inline = "\\*[]^~";
}
