using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>A run of digits.</summary>
/// <param name="Start">Offset of its first digit.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Count">Number of digits; characters that say nothing may lie between them.</param>
/// <param name="Joint">What stands before it within the chain: <c>'\0'</c> nothing, a blank, or a dash.</param>
internal readonly record struct DigitGroup(int Start, int End, int Count, char Joint);

/// <summary>Finds chains of digit runs that at most two blanks or dashes divide, as people write long numbers.</summary>
internal static class DigitGroups
{
    /// <summary>
    /// Stands after a number that a spreadsheet stored as a number: of more than fifteen digits it has lost the last, and with them its check.
    /// A sign of the private area, which no text means anything by.
    /// </summary>
    public const char Rounded = '\uE0F1';

    private const int WidestJoint = 2;

    /// <summary>Reads the chain that begins at a digit.</summary>
    public static void Read(ScannedText text, int at, int end, List<DigitGroup> chain)
    {
        chain.Clear();
        var joint = '\0';
        while (true)
        {
            var (start, last, count) = (at, at, 0);
            for (; at < end; at++)
            {
                if (char.IsAsciiDigit(text[at])) (last, count) = (at + 1, count + 1);
                else if (text[at] != CharacterFolding.Dropped) break;
            }

            chain.Add(new(start, last, count, joint));
            var next = at;
            joint = ' ';
            while (next < end && next - at < WidestJoint && text[next] is ' ' or '-' or '—' or '·' or CharacterFolding.Dropped) joint = text[next++] is '-' or '—' ? '-' : joint;
            if (next == at || next >= end || !char.IsAsciiDigit(text[next])) return;
            at = next;
        }
    }

    /// <summary>The digits from one place to another.</summary>
    public static int Digits(ScannedText text, int start, int end, Span<char> into)
    {
        var count = 0;
        for (var i = start; i < end && count < into.Length; i++)
            if (char.IsAsciiDigit(text[i])) into[count++] = text[i];
        return count;
    }
}
