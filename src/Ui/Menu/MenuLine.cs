namespace Gongkai.Ui.Menu;

/// <summary>A menu line as this visitor sees it.</summary>
/// <param name="Text">In the language of the page.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Count">How many things wait there; null where nothing is counted.</param>
/// <param name="IsCurrent">True when the page shown belongs to this line.</param>
public sealed record MenuLine(string Text, string Href, int? Count, bool IsCurrent);
