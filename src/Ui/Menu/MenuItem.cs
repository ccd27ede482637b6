namespace Gongkai.Ui.Menu;

/// <summary>The two places of a site.</summary>
public enum MenuArea
{
    /// <summary>For the public.</summary>
    Portal,

    /// <summary>For staff.</summary>
    Console,
}

/// <summary>A line a module adds to a menu.</summary>
/// <param name="Key">Stable and unique within the area; a page or a count names the line by it.</param>
/// <param name="Text">What it says, in Chinese.</param>
/// <param name="Href">Local address, beginning with a slash; a page below it is marked as belonging to the line.</param>
/// <param name="Order">Lines are sorted by this, smallest first, then by key.</param>
/// <param name="Area">The menu it stands in.</param>
/// <param name="Permission">Who lacks it does not see the line; null for everybody.</param>
/// <param name="Words">Marker class whose resources translate the text; null for the frame's own.</param>
public sealed record MenuItem(
    string Key, string Text, string Href, int Order, MenuArea Area, string? Permission = null, Type? Words = null);
