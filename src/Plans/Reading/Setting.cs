namespace Gongkai.Plans.Reading;

/// <summary>How a paragraph is set.</summary>
/// <param name="Level">Heading level, 1 to 9; 0 for none.</param>
/// <param name="Label">Number that the file generates in front of the text; null for none.</param>
/// <param name="Right">Set to the right edge.</param>
/// <param name="Centred">Centred.</param>
public readonly record struct Setting(int Level = 0, string? Label = null, bool Right = false, bool Centred = false)
{
    /// <summary>The number as it stands before the words: "一、" and "（一）" stand close to them, "1" and "a" do not. Empty for none.</summary>
    public string Opening => Label is not { Length: > 0 } ? "" : char.IsLetterOrDigit(Label[^1]) || Label[^1] == '•' ? Label + " " : Label;
}
