namespace Gongkai.Law.Wording;

/// <summary>Steps through a number in a text, over the few blanks that typing leaves between its parts.</summary>
internal ref struct Scanner(string text, int at)
{
    private const int MostBlanks = 4;

    /// <summary>Offset of the next character.</summary>
    internal int At { get; set; } = at;

    /// <summary>Steps over this character.</summary>
    internal bool Mark(char mark)
    {
        var place = Next();
        if (place >= text.Length || CharacterFolding.Fold(text[place]) != mark) return false;
        At = place + 1;
        return true;
    }

    /// <summary>Steps over one of these characters.</summary>
    internal bool MarkOf(string marks)
    {
        var place = Next();
        if (place >= text.Length || !marks.Contains(CharacterFolding.Fold(text[place]))) return false;
        At = place + 1;
        return true;
    }

    /// <summary>Steps over a dash of any length, doubled dashes included.</summary>
    internal bool Dash()
    {
        var place = Next();
        var end = place;
        while (end < text.Length && end - place < 2 && CharacterFolding.Fold(text[end]) is '-' or '—' or '─') end++;
        if (end == place) return false;
        At = end;
        return true;
    }

    /// <summary>Steps over a number in digits or Chinese numerals.</summary>
    internal bool Number(out int value)
    {
        var place = Next();
        if (!ChineseNumerals.TryRead(text.AsSpan(Math.Min(place, text.Length)), out value, out var consumed)) return false;
        At = place + consumed;
        return true;
    }

    internal static bool IsNumeral(char c) => ChineseNumerals.TryRead([c], out _, out _) || c is '○' or '〇';

    private readonly int Next()
    {
        var place = At;
        while (place < text.Length && place - At < MostBlanks && text[place] != '\n' && CharacterFolding.Fold(text[place]) == ' ') place++;
        return place;
    }
}
